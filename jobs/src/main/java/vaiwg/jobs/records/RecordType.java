package vaiwg.jobs.records;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import vaiwg.kpis.fields.FieldRecord;

/** The type of a record that has a format of its own ({@link RecordFormat}); for Flink one value without fields. */
public final class RecordType<T extends FieldRecord> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final RecordFormat format;

    private RecordType(RecordFormat format) {
        this.format = format;
    }

    public static <T extends FieldRecord> RecordType<T> ofClass(Class<? extends T> type) {
        return new RecordType<>(RecordFormat.of(type));
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer();
    }

    /** Not safe for several threads. */
    public TypeSerializer<T> serializer() {
        return new RecordSerializer<>(format);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> getTypeClass() {
        return (Class<T>) format.type();
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof RecordType<?>;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordType<?> type && type.format == format;
    }

    @Override
    public int hashCode() {
        return format.hashCode();
    }

    @Override
    public String toString() {
        return format.toString();
    }
}
