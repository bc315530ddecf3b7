package vaiwg.statistics.attrition;

import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.time.ByDay;

/**
 * How late exits become known: those of the last days show fewer than there were, while their cases still count as at risk. So a
 * window ends so many days ago as by then nearly all exits are known.
 */
public final class ReportingDelay {
    private static final int PERCENT = 95;

    private final int length;
    private final ByDay<SparseCounts> byKnownDay = new ByDay<>(SparseCounts::new);

    /** @param length of how many days the exits that became known on them are looked at */
    public ReportingDelay(int length) {
        this.length = length;
    }

    /**
     * Exits that became known. Removals are dated when they are known, and say nothing.
     *
     * @param times how many came, or less than 0 how many went again
     */
    public void add(Exit exit, int times) {
        if (exit.cause() != Cause.REMOVED) {
            byKnownDay.at(exit.known()).add(exit.delay(), times);
        }
    }

    /** In how many days 95 of 100 exits were known, of those that became known up to a day; nearest rank, 0 where there are none. */
    public int asAt(int last) {
        SparseCounts together = new SparseCounts();
        int[] all = {0};
        for (int day = last - length + 1; day <= last; day++) {
            SparseCounts found = byKnownDay.get(day);
            if (found != null) {
                found.forEach((delay, times) -> {
                    together.add(delay, times);
                    all[0] += times;
                });
            }
        }
        long rank = (long) Math.ceil(all[0] * (long) PERCENT / 100.0);
        long[] seen = {0};
        int[] result = {0};
        together.forEach((delay, times) -> {
            if (seen[0] < rank) {
                result[0] = delay;
            }
            seen[0] += times;
        });
        return result[0];
    }
}
