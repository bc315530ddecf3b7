package vaiwg.jobs.records;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vaiwg.kpis.fields.FieldReader;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.FieldWriter;

/**
 * A record as its length, a byte for its format, and its fields. Records are not changed once they are sent or kept, so a copy is the
 * record itself, and a checkpoint shares it with the task that goes on.
 */
final class RecordSerializer<T extends FieldRecord> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1L;
    private static final int LOW_BITS = 0x7F;

    private final RecordFormat format;
    private transient FieldWriter writer;
    private transient FieldReader reader;

    RecordSerializer(RecordFormat format) {
        this.format = format;
    }

    @Override
    public void serialize(T record, DataOutputView out) throws IOException {
        if (writer == null) {
            writer = new FieldWriter();
        }
        writer.clear();
        record.pass(writer);
        writeLength(1 + writer.length(), out);
        out.writeByte(format.number());
        out.write(writer.bytes(), 0, writer.length());
    }

    @Override
    public T deserialize(DataInputView in) throws IOException {
        if (reader == null) {
            reader = new FieldReader();
        }
        int length = readLength(in) - 1;
        int number = in.readByte();
        if (number != format.number()) {
            throw new IOException(RecordSerializerSnapshot.rejection(format, number));
        }
        in.readFully(reader.begin(length), 0, length);
        T record = createInstance();
        record.pass(reader);
        if (!reader.isAtEnd()) {
            throw new IOException("a " + format + " has other fields than were written");
        }
        return record;
    }

    @Override
    public T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        byte[] bytes = new byte[readLength(in)];
        in.readFully(bytes);
        writeLength(bytes.length, out);
        out.write(bytes);
    }

    private static void writeLength(int length, DataOutputView out) throws IOException {
        int rest = length;
        while (rest > LOW_BITS) {
            out.writeByte(rest | ~LOW_BITS);
            rest >>>= Byte.SIZE - 1;
        }
        out.writeByte(rest);
    }

    private static int readLength(DataInputView in) throws IOException {
        int length = 0;
        int shift = 0;
        byte next;
        do {
            next = in.readByte();
            length |= (next & LOW_BITS) << shift;
            shift += Byte.SIZE - 1;
        } while (next < 0);
        return length;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    /** Another one for another thread. */
    @Override
    public TypeSerializer<T> duplicate() {
        return new RecordSerializer<>(format);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T createInstance() {
        return (T) format.fresh();
    }

    @Override
    public T copy(T record) {
        return record;
    }

    @Override
    public T copy(T record, T reuse) {
        return record;
    }

    /** It depends on the record. */
    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordSerializer<?> serializer && serializer.format == format;
    }

    @Override
    public int hashCode() {
        return format.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new RecordSerializerSnapshot<>(format);
    }
}
