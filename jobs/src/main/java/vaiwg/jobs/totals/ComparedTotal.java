package vaiwg.jobs.totals;

import vaiwg.jobs.records.StatedTotal;

/** What a source said that it had, beside what was received of it by an hour of knowledge time. */
public final class ComparedTotal {
    public StatedTotal stated;
    /** How many were received by {@link #knownAt}. */
    public long received;
    /** The whole hour as at which it is compared, epoch milliseconds: at first when it was due, then those by which more came. */
    public long knownAt;

    static ComparedTotal of(StatedTotal stated, long received, long knownAt) {
        ComparedTotal total = new ComparedTotal();
        total.stated = stated;
        total.received = received;
        total.knownAt = knownAt;
        return total;
    }

    /** An object of its own: what is in state is one that nobody else holds. */
    ComparedTotal copy() {
        return of(stated, received, knownAt);
    }

    /** How many records are missing; negative where more came than its source had. */
    long missing() {
        return stated.records - received;
    }
}
