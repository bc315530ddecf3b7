package vaiwg.kpis.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** How many flags are shared: of each three values. */
    private static final int MOST_SHARED = 5;

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
    private final long[] none;
    /** All values that there can be, by {@link #number}, where all fields are flags, and few. */
    private final long[][] shared;

    private CountedFields(List<CountedField> fields) {
        this.fields = fields;
        this.kinds = fields.stream().map(CountedField::kind).toArray(Kind[]::new);
        this.none = Arrays.stream(kinds).mapToLong(Kind::none).toArray();
        this.shared = shared();
    }

    /** The counted fields of a stream. */
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

    /** The values of a record that has none of them; shared, and never changed. */
    public long[] none() {
        return none;
    }

    /** The same values; where they are flags alone, and few, in an array that all versions with these values share. */
    public long[] shared(long[] values) {
        return shared.length == 0 ? values : shared[number(values)];
    }

    private long[][] shared() {
        if (kinds.length > MOST_SHARED || !Set.of(Kind.FLAG).containsAll(List.of(kinds))) {
            return new long[0][];
        }
        List<long[]> all = new ArrayList<>(List.of(none));
        for (int i = 0; i < kinds.length; i++) {
            for (long[] values : List.copyOf(all)) {
                for (long value = 0; value <= 1; value++) {
                    long[] more = values.clone();
                    more[i] = value;
                    all.add(more);
                }
            }
        }
        all.sort(Comparator.comparingInt(CountedFields::number));
        return all.toArray(long[][]::new);
    }

    /** Of flags: three values each, the first the lowest digit. */
    private static int number(long[] flags) {
        int number = 0;
        for (int i = flags.length - 1; i >= 0; i--) {
            number = 3 * number + (flags[i] == Fields.ABSENT ? 0 : 1 + (int) flags[i]);
        }
        return number;
    }

    /** Passes the values, which are one flag where a record has none of them. Those that are read are another array. */
    long[] pass(long[] values, Fields to, long near) {
        if (!to.flag(!Arrays.equals(values, none))) {
            return none;
        }
        long[] passed = values;
        for (int i = 0; i < kinds.length; i++) {
            long value = kinds[i].pass(values[i], to, near);
            if (value != values[i]) {
                passed = passed == values ? values.clone() : passed;
                passed[i] = value;
            }
        }
        return shared(passed);
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
                fields.add(new CountedField(stream, field.path(), kind(stream, field), fields.size(), since));
            }
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
