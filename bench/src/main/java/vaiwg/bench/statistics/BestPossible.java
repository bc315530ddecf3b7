package vaiwg.bench.statistics;

import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Thresholds;

/**
 * The days to detection of the rule of Shiryaev and Roberts that knows the expectation of every day exactly, with as many false
 * alarms. When a long time has passed, no rule that fires as rarely is quicker on average (Pollak and Tartakovsky 2009), so it bounds
 * what can be asked of a rule that must learn its expectation.
 */
final class BestPossible {
    private static final long PURPOSE = 2;
    private static final int FUTURES = 4_000;
    private static final int FUTURE_DAYS = 3_650;
    private static final int SETTLING = 500;
    private static final int RUNS = 40_000;
    private static final int PATIENCE = 1_500;

    private BestPossible() {}

    /**
     * @param daily outcomes a day before the rise
     * @param learned whether the level of the expectation is learned from one year, another one in every future
     */
    static double days(double daily, boolean learned, long seed) {
        Draw draw = Draw.at(seed, PURPOSE, Math.round(daily * 100), learned ? 1 : 0);
        PoissonTable before = new PoissonTable(daily);
        PoissonTable after = new PoissonTable(daily * Shift.RISE.ratio());
        float[][] futures = new float[FUTURES][FUTURE_DAYS];
        for (float[] future : futures) {
            double expected = daily + (learned ? StrictMath.sqrt(daily / Baseline.DAYS) * draw.normal() : 0);
            for (int day = 0; day < FUTURE_DAYS; day++) {
                future[day] = (float) factor(before.draw(draw), expected);
            }
        }
        double threshold = ThresholdTable.solve(futures, Thresholds.DAYS_TO_FALSE_RISE);
        MeanOfRuns delays = new MeanOfRuns();
        for (int run = 0; run < RUNS; run++) {
            double expected = daily + (learned ? StrictMath.sqrt(daily / Baseline.DAYS) * draw.normal() : 0);
            delays.add(delay(before, after, expected, threshold, draw));
        }
        return delays.mean();
    }

    private static int delay(PoissonTable before, PoissonTable after, double expected, double threshold, Draw draw) {
        double score = 0;
        for (int day = 0; day < SETTLING; day++) {
            score = (1 + score) * factor(before.draw(draw), expected);
            score = score > threshold ? 0 : score;
        }
        int days = 0;
        while (score <= threshold && days < PATIENCE) {
            score = (1 + score) * factor(after.draw(draw), expected);
            days++;
        }
        return days;
    }

    private static double factor(int observed, double expected) {
        return StrictMath.exp(Shift.RISE.increment(observed, expected, 1));
    }
}
