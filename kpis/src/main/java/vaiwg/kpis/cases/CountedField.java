package vaiwg.kpis.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.fields.Fields;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * A field that the schema of its stream declares as counted: it is read from each event, kept with each version as a number, and asked of
 * it by expressions that name it. Nothing else has to know it.
 */
public final class CountedField {
    /** What a test says of a field that a record has. */
    public static final String THERE = "there";

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
        FLAG(Fields.ABSENT, "set"),
        /** A code, kept as that of a name ({@link UnitCode}); one that is blank is none. */
        CODE(0, "a code, or one of (SOME, CODES)"),
        /** An instant, epoch milliseconds, or none. */
        INSTANT(Fields.ABSENT, "before a day, or from a day on");

        private final long none;
        private final String asked;

        Kind(long none, String asked) {
            this.none = none;
            this.asked = asked;
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
     * @param says what it is: {@link #THERE}, {@code set}, {@code before 2026-04-01}, or the codes that it is one of
     */
    public record Test(CountedField field, List<String> says, Predicate<Version> holds) {
        /** As expressions have it: {@code outcome.courtResult is CONVICTED}. */
        @Override
        public String toString() {
            return field.name() + " is "
                    + (says.size() == 1 ? says.get(0) : says.stream().collect(Collectors.joining(", ", "(", ")")));
        }
    }

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
                .orElseThrow(
                        () -> new IllegalArgumentException("The schema of " + stream.slug() + " has no field " + path
                                + " with \"counted\": true; there are "
                                + CountedFields.of(stream).fields().stream()
                                        .map(CountedField::path)
                                        .collect(Collectors.joining(", "))));
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

    public boolean isIn(Version version) {
        return in(version) != kind.none;
    }

    /** Whether a version has it, a flag, and it is set. */
    public boolean isSetIn(Version version) {
        return in(version) == SET;
    }

    /**
     * What a text says of it, as {@link Test#says} has it.
     *
     * @throws IllegalArgumentException in one sentence, where a field of its kind cannot be that
     */
    public Test test(List<String> says) {
        String[] words = says.get(0).split(" ");
        if (says.equals(List.of(THERE))) {
            return isThere();
        } else if (kind == Kind.FLAG && says.equals(List.of("set"))) {
            return isSet();
        } else if (kind == Kind.INSTANT && List.of("before", "from").contains(words[0]) && words.length == 2) {
            return isOnSide(words[0], words[1]);
        } else if (kind == Kind.CODE && says.stream().allMatch(code -> code.matches("[A-Z0-9_]+"))) {
            return isOneOf(says.toArray(String[]::new));
        }
        throw new IllegalArgumentException(
                "%s is not \"%s\": it is there, or %s".formatted(name(), String.join(", ", says), kind.asked));
    }

    private Test isOnSide(String side, String day) {
        try {
            long midnight = LondonDays.startOf(LocalDate.parse(day)).toEpochMilli();
            boolean before = side.equals("before");
            return new Test(
                    this, List.of(side + ' ' + day), version -> isIn(version) && in(version) < midnight == before);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + day + "\" is no day such as 2026-04-01", e);
        }
    }

    public Test isThere() {
        return new Test(this, List.of(THERE), this::isIn);
    }

    /** That a flag is known and set. */
    public Test isSet() {
        return new Test(this, List.of("set"), this::isSetIn);
    }

    /** Whether a version has it, a flag, and it is not set. */
    public boolean isUnsetIn(Version version) {
        return in(version) == UNSET;
    }

    public Test isOneOf(String... codes) {
        long[] sought = Stream.of(codes).mapToLong(UnitCode::of).sorted().toArray();
        return new Test(this, List.of(codes), version -> Arrays.binarySearch(sought, in(version)) >= 0);
    }

    /** As expressions name it: {@code outcome.courtResult}. */
    public String name() {
        return stream.slug() + '.' + path;
    }

    /** As the format of state names it. */
    @Override
    public String toString() {
        return name() + ':' + kind;
    }
}
