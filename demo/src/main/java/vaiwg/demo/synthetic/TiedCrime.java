package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.Set;

/**
 * A crime that stands at the end of a history, by what others have in common with it. Instants are epoch milliseconds.
 *
 * @param committedAt when it began or else ended; of neither known, when it was recorded
 * @param day of recording, counted from 1970
 * @param domestic whether it is marked as domestic abuse
 * @param notSupportedAt days from recording to outcome 16; {@link Integer#MAX_VALUE} where that is not its outcome
 * @param ties whom the record names
 */
record TiedCrime(
        String reference,
        long recordedAt,
        long reportedAt,
        long committedAt,
        int day,
        String code,
        boolean domestic,
        int notSupportedAt,
        Ties ties) {
    private static final int DAYS_BACK = 365;

    static TiedCrime of(Ending ending) {
        var crime = ending.crime();
        Instant committed = crime.getCommittedFrom() == null ? crime.getCommittedTo() : crime.getCommittedFrom();
        return new TiedCrime(
                crime.getCrimeReference(),
                crime.getRecordedAt().toEpochMilli(),
                crime.getReportedAt().toEpochMilli(),
                (committed == null ? crime.getRecordedAt() : committed).toEpochMilli(),
                ending.recordedDay(),
                crime.getOffenceCode(),
                ending.isOf(Theme.DOMESTIC_ABUSE),
                ending.ended("16") ? ending.age() : Integer.MAX_VALUE,
                ending.ties());
    }

    boolean isStalking() {
        return "8Q".equals(code);
    }

    boolean isStalkingOr8L() {
        return isStalking() || "8L".equals(code);
    }

    boolean isOfStalkingHarassmentOrAbuse() {
        return domestic || Theme.STALKING_HARASSMENT.holds(code, Set.of());
    }

    /** Whether it was recorded before another, at most 365 days, and told of by another report. */
    boolean wentBefore(TiedCrime other) {
        boolean earlier = recordedAt == other.recordedAt
                ? reference.compareTo(other.reference) < 0
                : recordedAt < other.recordedAt;
        return earlier && other.day - day <= DAYS_BACK && reportedAt != other.reportedAt;
    }

    /** Whether both name the same suspect. */
    boolean sharesSuspectWith(TiedCrime other) {
        return ties.suspect() != null && ties.suspect().equals(other.ties.suspect());
    }
}
