package vaiwg.jobs.records;

import java.util.Arrays;
import java.util.stream.Stream;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.time.TotalsReach;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;

/** A control total as a progress record states it: how many records of a stream its source has for a force, changed in a time. */
public final class StatedTotal {
    /** An hour, in milliseconds: totals are of whole ones. */
    public static final long HOUR = 3_600_000L;

    /** For so long after its end a total is told of, in milliseconds. */
    public static final long TOLD = TotalsReach.DAYS * 24 * HOUR;

    /** For how long before a progress record it may count, in milliseconds: days of which one may have 25 hours. */
    private static final long LONGEST = TOLD + HOUR;

    public String force;
    /** Ordinal of the stream. */
    public byte stream;
    /** Records changed at or after this, epoch milliseconds, and before {@link #to}. */
    public long from;

    public long to;
    /** How many the source has. */
    public long records;
    /** Name of the status that it is of; null for all. */
    public String status;
    /** Code of the class that it is of; null for all. */
    public String code;
    /** Through when the progress record that states it says that its partition is complete, epoch milliseconds. */
    public long statedAt;
    /** The whole hour at or after the clock of that partition by then: as at which it is compared. */
    public long dueAt;

    /** Whether records can be counted for it as it says. */
    public boolean isUsable() {
        return from % HOUR == 0
                && to % HOUR == 0
                && from < to
                && to <= statedAt
                && from >= statedAt - LONGEST
                && records >= 0
                && isOfKnownClass(EventStream.values()[stream]);
    }

    private boolean isOfKnownClass(EventStream of) {
        return switch (of) {
            case CRIME_RECORDING -> (status == null || isStatus(status)) && (code == null || isCode(code));
            case OUTCOME -> status == null && (code == null || isCode(code));
            // Owners' notes count nowhere.
            case NOTE -> false;
            default -> status == null && code == null;
        };
    }

    private static boolean isStatus(String name) {
        return Arrays.stream(CrimeStatus.values())
                .anyMatch(known -> known.name().equals(name));
    }

    private static boolean isCode(String text) {
        try {
            return PackedCode.pack(text) != 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Sets when it is compared.
     *
     * @param clock of its partition once its progress record is read, epoch milliseconds
     * @return whether that is soon enough for its records to be counted still
     */
    public boolean isDueSoon(long clock) {
        dueAt = -Math.floorDiv(-clock, HOUR) * HOUR;
        return clock - statedAt <= LONGEST;
    }

    /** Whether it is of all records of its stream. */
    public boolean isWhole() {
        return status == null && code == null;
    }

    /** Tells it apart from the other totals of its force and stream; a later one with the same name corrects it. */
    public String name() {
        return String.join(
                "/",
                Stream.of(Long.toString(from), Long.toString(to), status, code)
                        .map(part -> part == null ? "" : part)
                        .toList());
    }

    /** Whether it stands instead of another of the same name: the later does, and of two at once the greater. */
    public boolean replaces(StatedTotal other) {
        return statedAt != other.statedAt ? statedAt > other.statedAt : records > other.records;
    }

    /** Whether it is of records that were changed in an hour. */
    public boolean hasHour(long hour) {
        return from <= hour * HOUR && hour * HOUR < to;
    }
}
