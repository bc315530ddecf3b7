package vaiwg.jobs.decode;

import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CaseStep;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CountedFields;
import vaiwg.kpis.cases.Version;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;

/**
 * From the row of a stream's event to the flat version that measures read. A strange but possible value is kept; an impossible one is
 * rejected.
 */
abstract class Projection extends Row {
    /**
     * What is known by its day alone is dated at that day's first midnight, and may follow what came late on the same day; the day on
     * which the clocks go back has 25 hours.
     */
    static final long LONGEST_DAY = 25 * 3_600_000L;

    static final long DAY = 86_400_000L;
    private static final int UUID_LENGTH = 36;
    /** The digit that a byte is as a character of ASCII, negative where it is none. */
    private static final byte[] DIGITS = digits();

    final EventStream stream;
    final int subject;
    final int force = column("force");
    final int source = column("source");
    final int changedAt = column("changedAt");
    final int version = column("version");
    private final int eventId = column("eventId");
    private final int dateResolution = column("dateResolution");
    /** The columns of counted fields, by their places, and how each is kept. */
    private final int[] counted;

    private final CountedField.Kind[] kinds;
    private final CountedFields fields;
    /** The values of the event that is in the row, by their places. */
    private final long[] values;

    Projection(EventStream stream) {
        super(stream.slug());
        this.stream = stream;
        this.subject = column(stream.subject());
        this.fields = CountedFields.of(stream);
        this.counted =
                fields.fields().stream().mapToInt(field -> column(field.path())).toArray();
        this.kinds = fields.fields().stream().map(CountedField::kind).toArray(CountedField.Kind[]::new);
        this.values = new long[counted.length];
    }

    /**
     * Puts the version of the event that is in the row into its record, with what else the record keeps of it.
     *
     * @throws Rejection where a value is impossible, or personal
     */
    abstract void project(DecodedRecord record) throws Rejection;

    /** The same version, with what all versions have. */
    final <V extends Version> V envelope(V of) throws Rejection {
        eventId(of);
        of.version = number(version);
        of.changedAt = instant(changedAt);
        of.counted = counted();
        return of;
    }

    private long[] counted() throws Rejection {
        for (int i = 0; i < counted.length; i++) {
            int column = counted[i];
            values[i] = switch (kinds[i]) {
                case FLAG -> number(column);
                case CODE -> nameCode(column);
                case INSTANT -> instantIfAny(column);
            };
        }
        return fields.kept(values);
    }

    /** The same step of a case, with what all steps have. */
    final <S extends CaseStep> S step(S of, int id, int withdrawn) throws Rejection {
        of.step = numberCode(id);
        envelope(of);
        if (!isNamed(id)) {
            throw impossible(name(id) + " is blank");
        }
        of.monthOnly = isMonthOnly();
        of.withdrawn = isSet(withdrawn);
        return of;
    }

    final boolean isMonthOnly() {
        return number(dateResolution) == DateResolution.MONTH.ordinal();
    }

    /** What happened, in epoch milliseconds; not more than a day after it was entered. */
    final long happened(int column) throws Rejection {
        long millis = instant(column);
        if (millis - number(changedAt) > DAY) {
            throw impossible(name(column) + " is more than a day after changedAt");
        }
        return millis;
    }

    /** Likewise where it happened at all; not more than the longest day before what it follows. */
    final long later(int column, long follows) throws Rejection {
        if (!has(column)) {
            return ABSENT;
        }
        long millis = happened(column);
        if (follows != ABSENT && follows - millis > LONGEST_DAY) {
            throw impossible(name(column) + " is more than a day before what it follows");
        }
        return millis;
    }

    private static byte[] digits() {
        byte[] digits = new byte[1 << Byte.SIZE];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = i < 0x80 ? (byte) Character.digit(i, 16) : -1;
        }
        return digits;
    }

    static Rejection impossible(String detail) {
        return new Rejection(Reason.IMPOSSIBLE_VALUE, detail);
    }

    /** A UUID in full: Java would also take one with digits missing, and two spellings would then be one event. */
    private void eventId(Version of) throws Rejection {
        int at = from(eventId);
        // Eight digits, four, four, four and twelve, with hyphens between them.
        if (length(eventId) != UUID_LENGTH
                || (byteAt(at + 8) ^ '-' | byteAt(at + 13) ^ '-' | byteAt(at + 18) ^ '-' | byteAt(at + 23) ^ '-')
                        != 0) {
            throw impossible("eventId is no UUID");
        }
        of.eventHigh = hexadecimal(at, 8) << 32 | hexadecimal(at + 9, 4) << 16 | hexadecimal(at + 14, 4);
        of.eventLow = hexadecimal(at + 19, 4) << 48 | hexadecimal(at + 24, 12);
    }

    private long hexadecimal(int begin, int digits) throws Rejection {
        long number = 0;
        int all = 0;
        for (int i = begin; i < begin + digits; i++) {
            int digit = DIGITS[byteAt(i) & 0xFF];
            number = number << 4 | digit;
            all |= digit;
        }
        if (all < 0) {
            throw impossible("eventId is no UUID");
        }
        return number;
    }
}
