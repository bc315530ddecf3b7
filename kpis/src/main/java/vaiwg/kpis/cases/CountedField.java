package vaiwg.kpis.cases;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.EventStream;

/**
 * A field that the schema of its stream declares as counted: it is read from each event, kept with each version as a number, and asked of
 * it by the facts that name it here. Nothing else has to know it.
 */
public final class CountedField {
    private static final long SET = 1;
    private static final long UNSET = 0;

    private final EventStream stream;
    private final String path;
    private final Kind kind;
    private final int place;
    /** The bits of those before it that are no flags: their values come before its own. */
    private final long valuesBefore;

    private final int since;

    /** How a field is kept, by its type in the schema. */
    public enum Kind {
        /** Yes, no, or not known. */
        FLAG(Fields.ABSENT),
        /** A code, kept as that of a name ({@link UnitCode}); one that is blank is none. */
        CODE(0),
        /** An instant, epoch milliseconds, or none. */
        INSTANT(Fields.ABSENT);

        private final long none;

        Kind(long none) {
            this.none = none;
        }

        /** What is kept where the record does not have the field. */
        public long none() {
            return none;
        }

        /** Passes a value that is there, of what is no flag; {@code near} is an instant that is probably near. */
        long pass(long value, Fields fields, long near) {
            return this == CODE ? fields.bits(value) : fields.instant(value, near);
        }
    }

    /**
     * A statement about a field.
     *
     * @param isPresence whether it only says that a record has the field
     */
    public record Test(CountedField field, boolean isPresence, Predicate<Version> holds) {}

    /** @param before those of the same stream, in their order */
    CountedField(EventStream stream, String path, Kind kind, List<CountedField> before, int since) {
        this.stream = stream;
        this.path = path;
        this.kind = kind;
        this.place = before.size();
        this.valuesBefore = before.stream()
                .filter(field -> field.kind != Kind.FLAG)
                .mapToLong(field -> 1L << field.place)
                .sum();
        this.since = since;
    }

    /**
     * The field with a path, for example {@code survey.freeTextGiven}.
     *
     * @throws IllegalArgumentException in one sentence, where the schema declares no such field as counted
     */
    public static CountedField field(EventStream stream, String path) {
        return CountedFields.of(stream).fields().stream()
                .filter(field -> field.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The schema of " + stream.slug() + " has no field " + path + " with \"counted\": true."));
    }

    public EventStream stream() {
        return stream;
    }

    /** Its name, after those of the records that it is in. */
    public String path() {
        return path;
    }

    public Kind kind() {
        return kind;
    }

    /** Its place among the counted fields of its stream. */
    public int place() {
        return place;
    }

    /** The first released version of the schema that has it, from 1. */
    public int since() {
        return since;
    }

    /** Its value in a version of a record of its stream. */
    public long in(Version version) {
        return in(version.counted);
    }

    /** Its value in what a version keeps. */
    long in(long[] kept) {
        long bits = kept[0];
        if ((bits >>> place & 1) == 0) {
            return kind.none;
        }
        return kind == Kind.FLAG
                ? bits >>> CountedFields.SET_BITS + place & 1
                : kept[1 + Long.bitCount(bits & valuesBefore)];
    }

    /** Makes a version, which nobody else has yet, have a value of it. */
    public void setIn(Version version, long value) {
        CountedFields fields = CountedFields.of(stream);
        long[] values = fields.values(version.counted);
        values[place] = value;
        version.counted = fields.kept(values);
    }

    /** Whether a version has it. */
    public boolean isIn(Version version) {
        return in(version) != kind.none;
    }

    /** Whether a version has it, a flag, and it is set. */
    public boolean isSetIn(Version version) {
        return in(version) == SET;
    }

    /** That a record has it. */
    public Test isThere() {
        return new Test(this, true, this::isIn);
    }

    /** That a flag is known and set. */
    public Test isSet() {
        return new Test(this, false, this::isSetIn);
    }

    /** That a flag is known and not set. */
    public Test isUnset() {
        return new Test(this, false, version -> in(version) == UNSET);
    }

    /** That it is one of some codes. */
    public Test isOneOf(String... codes) {
        long[] sought = Stream.of(codes).mapToLong(UnitCode::of).sorted().toArray();
        return new Test(this, false, version -> Arrays.binarySearch(sought, in(version)) >= 0);
    }

    /** As the format of state names it. */
    @Override
    public String toString() {
        return stream.slug() + '.' + path + ':' + kind;
    }
}
