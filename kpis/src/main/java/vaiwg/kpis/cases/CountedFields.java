package vaiwg.kpis.cases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import vaiwg.kpis.cases.CountedField.Kind;
import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/**
 * The fields of a stream's records that its newest schema declares as counted ({@code "counted": true}), in the schema's order: what each
 * version keeps of them in {@link Version#counted}.
 */
public final class CountedFields {
    /** Bit 32 + i of the first number is whether the flag at place i is set; bit i says whether the field there is. */
    static final int SET_BITS = Integer.SIZE;

    private static final long[] EMPTY = {0};
    /** What versions keep that have flags alone: those with the same share it. */
    private static final Map<Long, long[]> FLAGS_ALONE = new ConcurrentHashMap<>();

    /** Of versions that are of no stream's records. */
    static final CountedFields NONE = new CountedFields(List.of());

    private static final Map<EventStream, CountedFields> ALL = new EnumMap<>(EventStream.class);

    static {
        for (EventStream stream : EventStream.values()) {
            ALL.put(stream, new CountedFields(fields(stream)));
        }
    }

    private final List<CountedField> fields;
    private final Kind[] kinds;
    /** The bits of those that are no flags. */
    private final long valued;

    private CountedFields(List<CountedField> fields) {
        this.fields = fields;
        this.kinds = fields.stream().map(CountedField::kind).toArray(Kind[]::new);
        this.valued = fields.stream()
                .filter(field -> field.kind() != Kind.FLAG)
                .mapToLong(field -> 1L << field.place())
                .sum();
    }

    public static CountedFields of(EventStream stream) {
        return ALL.get(stream);
    }

    /** All counted fields of all streams: what is kept, and in which order. */
    public static String layout() {
        return ALL.values().stream().map(one -> one.fields).toList().toString();
    }

    public List<CountedField> fields() {
        return fields;
    }

    /** What is kept of a record that has none of them. */
    static long[] empty() {
        return EMPTY;
    }

    /**
     * What a version keeps of its record: most records have few of the fields, and what they have not takes no room.
     *
     * @param values by the fields' places, {@link Kind#none} where the record does not have one
     */
    public long[] kept(long[] values) {
        long bits = 0;
        int count = 1;
        for (int i = 0; i < kinds.length; i++) {
            if (values[i] != kinds[i].none()) {
                bits |= 1L << i;
                if (kinds[i] == Kind.FLAG) {
                    bits |= values[i] << SET_BITS + i;
                } else {
                    count++;
                }
            }
        }
        if (count == 1) {
            return bits == 0 ? EMPTY : flagsAlone(bits);
        }
        long[] kept = new long[count];
        kept[0] = bits;
        for (int i = 0, next = 1; next < count; i++) {
            if (kinds[i] != Kind.FLAG && values[i] != kinds[i].none()) {
                kept[next++] = values[i];
            }
        }
        return kept;
    }

    public long[] values(long[] kept) {
        return fields.stream().mapToLong(field -> field.in(kept)).toArray();
    }

    /** Passes what is kept: one flag where that is nothing, else which fields are there, and the values of those that are no flags. */
    long[] pass(long[] kept, Fields to, long near) {
        if (!to.flag(kept[0] != 0)) {
            return EMPTY;
        }
        long bits = to.sparse(kept[0]);
        boolean isRead = bits != kept[0];
        long[] passed = isRead ? new long[1 + Long.bitCount(bits & valued)] : kept;
        int next = 1;
        for (long rest = bits & valued; rest != 0; rest &= rest - 1) {
            long value = kinds[Long.numberOfTrailingZeros(rest)].pass(passed[next], to, near);
            if (isRead) {
                passed[next] = value;
            }
            next++;
        }
        if (isRead) {
            passed[0] = bits;
        }
        return isRead && passed.length == 1 ? flagsAlone(bits) : passed;
    }

    private static long[] flagsAlone(long bits) {
        return FLAGS_ALONE.computeIfAbsent(bits, flags -> new long[] {flags});
    }

    private static List<CountedField> fields(EventStream stream) {
        List<Schema> released = ReleasedSchemas.of(stream.slug());
        List<CountedField> fields = new ArrayList<>();
        for (SchemaField field : SchemaField.of(released.get(released.size() - 1))) {
            if (field.isCounted()) {
                int since = 1
                        + (int) released.stream()
                                .takeWhile(schema -> SchemaField.of(schema).stream()
                                        .noneMatch(one -> one.path().equals(field.path())))
                                .count();
                fields.add(new CountedField(stream, field.path(), kind(stream, field), fields, since));
            }
        }
        if (fields.size() > SET_BITS) {
            throw new IllegalStateException(
                    "The schema of " + stream.slug() + " declares more than " + SET_BITS + " fields as counted.");
        }
        return List.copyOf(fields);
    }

    private static Kind kind(EventStream stream, SchemaField field) {
        Schema.Type type = field.isInList() ? Schema.Type.NULL : field.schema().getType();
        if (type == Schema.Type.BOOLEAN) {
            return Kind.FLAG;
        } else if (type == Schema.Type.STRING) {
            return Kind.CODE;
        } else if (type == Schema.Type.LONG && field.isInstant()) {
            return Kind.INSTANT;
        }
        throw new IllegalStateException("The schema of " + stream.slug() + " declares " + field.path()
                + " as counted: it has to be a boolean, a string or an instant, and in no list.");
    }
}
