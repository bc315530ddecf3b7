package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.catalogue.ContributionType;

/**
 * Turns what counts before and after a change, day after day, into delta entries: one for each run of days on which the same columns are
 * added, and one for each on which the same are removed.
 */
final class Runs {
    private final ContributionType contributionType;
    private List<DeltaEntry> entries;
    private long enters;
    private long dimensionKey;
    private int from;
    private int to;
    private long numeratorAdded;
    private long denominatorAdded;
    private long numeratorRemoved;
    private long denominatorRemoved;

    Runs(ContributionType contributionType) {
        this.contributionType = contributionType;
    }

    /**
     * Begins with another change, once the last run has ended; gives itself.
     *
     * @param into receives the delta entries
     * @param from from which instant on the change counts
     */
    Runs of(List<DeltaEntry> into, long from) {
        entries = into;
        enters = from;
        return this;
    }

    /**
     * The day on which a run ends, which lies after its first.
     *
     * @throws IllegalStateException where it does not: whoever asks would go on for ever
     */
    static int after(int day, int end) {
        if (end <= day) {
            throw new IllegalStateException("a run of days that begins on day " + day + " ends on day " + end);
        }
        return end;
    }

    /** Begins anew, in other slices. */
    void begin(long slices) {
        end();
        dimensionKey = slices;
    }

    /** Says what counts from one day to before another one; days come in ascending order. */
    void add(int day, int next, PersonContribution.Bits before, PersonContribution.Bits after) {
        long newNumerator = after.numerator & ~before.numerator;
        long newDenominator = after.denominator & ~before.denominator;
        long oldNumerator = before.numerator & ~after.numerator;
        long oldDenominator = before.denominator & ~after.denominator;
        if (day == to
                && newNumerator == numeratorAdded
                && newDenominator == denominatorAdded
                && oldNumerator == numeratorRemoved
                && oldDenominator == denominatorRemoved) {
            to = next;
            return;
        }
        end();
        from = day;
        to = next;
        numeratorAdded = newNumerator;
        denominatorAdded = newDenominator;
        numeratorRemoved = oldNumerator;
        denominatorRemoved = oldDenominator;
    }

    void end() {
        post(1, numeratorAdded, denominatorAdded);
        post(-1, numeratorRemoved, denominatorRemoved);
        numeratorAdded = 0;
        denominatorAdded = 0;
        numeratorRemoved = 0;
        denominatorRemoved = 0;
    }

    private void post(int sign, long numerator, long denominator) {
        if ((numerator | denominator) != 0) {
            entries.add(entry(contributionType, from, to - from, dimensionKey, enters, sign, numerator, denominator));
        }
    }

    /** @param days for how many days from the pane day on it counts, 0 where it is of one day */
    static DeltaEntry entry(
            ContributionType contributionType,
            int day,
            int days,
            long dimensionKey,
            long enters,
            int sign,
            long numerator,
            long denominator) {
        DeltaEntry entry = new DeltaEntry();
        entry.contributionType = (byte) contributionType.ordinal();
        entry.day = day;
        entry.recordedDay = day;
        entry.enters = enters;
        entry.dimensionKey = dimensionKey;
        entry.quantity = days;
        entry.sign = (byte) sign;
        entry.cause = (byte) RevisionCause.OTHER_RECORD.ordinal();
        entry.numerator = new long[] {numerator};
        entry.denominator = new long[] {denominator};
        return entry;
    }
}
