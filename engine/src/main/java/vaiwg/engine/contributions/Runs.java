package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.catalogue.ContributionType;

/**
 * Turns what counts before and after a change, day after day, into delta entries: one for each run of days on which the same columns came, and
 * one on which the same went.
 */
final class Runs {
    private final ContributionType contributionType;
    private List<DeltaEntry> entries;
    private long enters;
    private long dimensionKey;
    private int from;
    private int to;
    private long partCame;
    private long wholeCame;
    private long partWent;
    private long wholeWent;

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
        long newPart = after.numerator & ~before.numerator;
        long newWhole = after.denominator & ~before.denominator;
        long oldPart = before.numerator & ~after.numerator;
        long oldWhole = before.denominator & ~after.denominator;
        if (day == to && newPart == partCame && newWhole == wholeCame && oldPart == partWent && oldWhole == wholeWent) {
            to = next;
            return;
        }
        end();
        from = day;
        to = next;
        partCame = newPart;
        wholeCame = newWhole;
        partWent = oldPart;
        wholeWent = oldWhole;
    }

    /** Ends the last run. */
    void end() {
        post(1, partCame, wholeCame);
        post(-1, partWent, wholeWent);
        partCame = 0;
        wholeCame = 0;
        partWent = 0;
        wholeWent = 0;
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
