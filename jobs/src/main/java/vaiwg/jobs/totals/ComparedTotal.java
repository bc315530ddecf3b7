package vaiwg.jobs.totals;

import vaiwg.jobs.records.StatedTotal;

/** What a source said that it had, beside what was received of it by an hour of knowledge time. */
public final class ComparedTotal {
    private static final long NOT_YET = -1;

    public StatedTotal stated;
    /** How many were received by {@link #knownAt}; negative until then. */
    public long received = NOT_YET;
    /** The whole hour as at which it is compared: at first the one at or after its progress record, then those by which more came. */
    public long knownAt;

    /** A total that waits for its hour. */
    static ComparedTotal waiting(StatedTotal stated) {
        ComparedTotal total = new ComparedTotal();
        total.stated = stated;
        total.knownAt = -Math.floorDiv(-stated.statedAt, StatedTotal.HOUR) * StatedTotal.HOUR;
        return total;
    }

    /** As it is at an hour: an object of its own, since what is in state changes and a writer holds what it was given. */
    ComparedTotal asAt(long hour, long nowReceived) {
        ComparedTotal total = new ComparedTotal();
        total.stated = stated;
        total.received = nowReceived;
        total.knownAt = hour;
        return total;
    }

    boolean isWaiting() {
        return received == NOT_YET;
    }

    /** How many records are missing; negative where more came than its source had. */
    long missing() {
        return isWaiting() ? 0 : stated.records - received;
    }
}
