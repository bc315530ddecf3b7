package vaiwg.jobs.records;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vaiwg.kpis.fields.FieldRecord;

/** In which format records are kept in a checkpoint; one of another number is rejected. */
public final class RecordSerializerSnapshot<T extends FieldRecord> implements TypeSerializerSnapshot<T> {
    private static final int VERSION = 1;

    private RecordFormat format;
    private int number;

    /** To be read into. */
    public RecordSerializerSnapshot() {}

    RecordSerializerSnapshot(RecordFormat format) {
        this.format = format;
        this.number = format.number();
    }

    /** Why records of another format are not read, and what to do. */
    static String rejection(RecordFormat format, int number) {
        return "The checkpoint keeps records of the type %s in format %d and this build in format %d: %s"
                .formatted(format, number, format.number(), StateFormat.READ_THE_LOG_AGAIN);
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(format.name());
        out.writeByte(number);
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
        format = RecordFormat.valueOf(in.readUTF());
        number = in.readByte();
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        if (number != format.number()) {
            throw new IllegalStateException(rejection(format, number));
        }
        return new RecordSerializer<>(format);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        return old instanceof RecordSerializerSnapshot<T> other && other.format == format && other.number == number
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
