package vaiwg.cli.statistics;

import java.util.Arrays;
import vaiwg.cli.synthetic.Draw;
import vaiwg.kpis.signals.alarm.Shift;
import vaiwg.kpis.signals.alarm.Thresholds;

/**
 * The days to detection of a CUSUM that knows the expectation of every day exactly, with as many false alarms. In the worst case
 * no rule that rings as rarely is quicker (Moustakides 1986), so it bounds what can be asked of a rule that must learn its
 * expectation from one year.
 */
final class BestPossible {
    private static final long PURPOSE = 2;
    private static final int FUTURES = 100;
    private static final int FUTURE_DAYS = 7_200;
    private static final int SETTLING = 100;
    private static final int RUNS = 4_000;

    private BestPossible() {}

    /** @param daily outcomes a day before the rise */
    static double days(double daily, long seed) {
        Draw draw = Draw.at(seed, PURPOSE, Math.round(daily * 100));
        PoissonTable before = new PoissonTable(daily);
        PoissonTable after = new PoissonTable(daily * Shift.RISE.ratio());
        float[][] futures = new float[FUTURES][FUTURE_DAYS];
        for (float[] future : futures) {
            for (int day = 0; day < FUTURE_DAYS; day++) {
                future[day] = (float) Shift.RISE.increment(before.draw(draw), daily, 1);
            }
        }
        double threshold = ThresholdTable.solve(futures, Thresholds.DAYS_TO_FALSE_RISE);
        int[] delays = new int[RUNS];
        Arrays.setAll(delays, run -> delay(before, after, daily, threshold, draw));
        return Arrays.stream(delays).average().orElseThrow();
    }

    private static int delay(PoissonTable before, PoissonTable after, double daily, double threshold, Draw draw) {
        double score = 0;
        for (int day = 0; day < SETTLING; day++) {
            score = Math.max(0, score + Shift.RISE.increment(before.draw(draw), daily, 1));
            score = score > threshold ? 0 : score;
        }
        int days = 0;
        while (score <= threshold) {
            score = Math.max(0, score + Shift.RISE.increment(after.draw(draw), daily, 1));
            days++;
        }
        return days;
    }
}
