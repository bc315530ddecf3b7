package vaiwg.kpis.signals.alarm;

import java.util.Arrays;

/** Observed and expected outcomes of one series, day by day, from the end of its reference year on. */
public final class SeriesDays {
    private final Baseline baseline;
    private final OutcomeSet outcomes;
    private final int firstDay;
    private int through;
    private int[] observed = new int[512];
    private double[] expected = new double[512];

    SeriesDays(Baseline baseline, OutcomeSet outcomes, int firstDay) {
        this.baseline = baseline;
        this.outcomes = outcomes;
        this.firstDay = firstDay;
        this.through = firstDay - 1;
    }

    /** Takes a table's days anew, from a day on. */
    void refresh(RiskDays days, int from) {
        through = days.through();
        int length = through - firstDay + 1;
        if (length > observed.length) {
            observed = Arrays.copyOf(observed, 2 * length);
            expected = Arrays.copyOf(expected, 2 * length);
        }
        for (int day = Math.max(from, firstDay); day <= through; day++) {
            observed[day - firstDay] = days.ended(day, outcomes);
            expected[day - firstDay] = baseline.expected(days, day);
        }
    }

    public Baseline baseline() {
        return baseline;
    }

    /** The first day after the reference year. */
    public int firstDay() {
        return firstDay;
    }

    public int through() {
        return through;
    }

    /** O, the outcomes that became known on a day. */
    public int observed(int day) {
        return observed[day - firstDay];
    }

    /**
     * E, those that were expected to. A rise is judged against all that the reference year said at first, a fall against what
     * remained of it after corrections: the newest days still hold their errors, older ones do not, and neither is to ring.
     */
    public double expected(int day, Shift shift) {
        return shift == Shift.RISE ? expected[day - firstDay] : expected[day - firstDay] * baseline.retained();
    }
}
