package vaiwg.studies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vaiwg.bench.results.Results;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.LearnedLevel;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Thresholds;
import vaiwg.studies.Studies.Effort;

/**
 * The thresholds of the daily alarm, the rows of {@code alarm-thresholds.csv}, by a parametric bootstrap over the reference year. For each row,
 * thousands of reference years are drawn; from each the factors of the weekdays, the level and the overdispersion are estimated as the product
 * does; and ten years without any change are scored against that estimate, which learns from them as that of the product does. The threshold is
 * the one at which all these years together fire as often as wanted: an unlucky reference year is paid for by the others.
 */
final class ThresholdStudy {
    /** Of the file, whatever seed other studies have. */
    static final long SEED = 20_260_401;

    /** The rows: outcomes a day. */
    private static final double[] INFORMATION = {0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256};

    private static final int BASELINES = 4_000;
    private static final int FUTURE_DAYS = 10 * Baseline.DAYS;
    /**
     * Solved for so much more than is promised, and for as much again at {@link #MARGIN_DOUBLES} outcomes a day: chance in this table,
     * and what the model of weekdays, ages and holidays misses, which weighs the more, the more outcomes a day has.
     */
    private static final double MARGIN = 0.05;

    private static final double MARGIN_DOUBLES = 16;
    /** Against the average of the week, what a Saturday or Sunday has of outcomes. */
    private static final double FREE_DAY = 0.4;

    private static final int WEEK = 7;
    private static final int WEEKS = Baseline.DAYS / WEEK;

    private ThresholdStudy() {}

    static Results measure(Effort effort) {
        Results table = new Results("information rise fall").fact("seed", SEED).fact("reference years", BASELINES);
        for (double information : effort.full() ? INFORMATION : new double[] {4}) {
            table.add(row(information));
        }
        return table;
    }

    static List<String> row(double information) {
        return List.of(
                Double.toString(information),
                threshold(information, Shift.RISE, Thresholds.DAYS_TO_FALSE_RISE),
                threshold(information, Shift.FALL, Thresholds.DAYS_TO_FALSE_FALL));
    }

    private static String threshold(double information, Shift shift, int daysToFalseAlarm) {
        Draw draw = Draw.at(SEED, Math.round(information * 100), shift.ordinal());
        double margin = 1 + MARGIN * (1 + Math.min(information, 4 * MARGIN_DOUBLES) / MARGIN_DOUBLES);
        return String.format(Locale.ROOT, "%.1f", solve(factors(information, shift, draw), margin * daysToFalseAlarm));
    }

    /**
     * The threshold at which scores that restart at 0 after each alarm fire once in so many days.
     *
     * @param factors by which the score is multiplied, by future and day
     */
    private static double solve(float[][] factors, double daysToFalseAlarm) {
        double low = 1;
        double high = 2 * daysToFalseAlarm;
        while (high - low > daysToFalseAlarm / 4_000) {
            double middle = (low + high) / 2;
            if (daysToAlarm(factors, middle) < daysToFalseAlarm) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double daysToAlarm(float[][] factors, double threshold) {
        long alarms = 0;
        for (float[] future : factors) {
            double score = 0;
            for (float factor : future) {
                score = (1 + score) * factor;
                if (score > threshold) {
                    alarms++;
                    score = 0;
                }
            }
        }
        return alarms == 0 ? Double.MAX_VALUE : (double) factors.length * FUTURE_DAYS / alarms;
    }

    private static float[][] factors(double daily, Shift shift, Draw draw) {
        double busy = daily * WEEK / (WEEK - 2 + 2 * FREE_DAY);
        PoissonTable busyDays = new PoissonTable(busy);
        PoissonTable freeDays = new PoissonTable(busy * FREE_DAY);
        PoissonTable[] days = IntStream.range(0, WEEK)
                .mapToObj(day -> day < WEEK - 2 ? busyDays : freeDays)
                .toArray(PoissonTable[]::new);
        float[][] factors = new float[BASELINES][];
        for (int i = 0; i < BASELINES; i++) {
            double[] expected = new double[WEEK];
            double variance = baseline(days, draw, expected);
            factors[i] = future(days, draw, expected, variance, shift);
        }
        return factors;
    }

    /** Draws a reference year; fills in what it lets expect of each weekday and gives its overdispersion squared. */
    private static double baseline(PoissonTable[] days, Draw draw, double... expected) {
        int[] year = new int[WEEKS * WEEK];
        for (int day = 0; day < year.length; day++) {
            year[day] = days[day % WEEK].draw(draw);
            expected[day % WEEK] += (double) year[day] / WEEKS;
        }
        double mean = Arrays.stream(expected).sum() / WEEK;
        double squares = 0;
        for (int day = 0; day < year.length; day++) {
            // A weekday without any outcome in the year: too little to expect nothing at all.
            expected[day % WEEK] = Math.max(expected[day % WEEK], mean / WEEKS);
            double difference = year[day] - expected[day % WEEK];
            squares += difference * difference / expected[day % WEEK];
        }
        return Math.max(1, squares / (year.length - WEEK));
    }

    private static float[] future(PoissonTable[] days, Draw draw, double[] expected, double variance, Shift shift) {
        LearnedLevel level = new LearnedLevel(Arrays.stream(expected).sum() * Baseline.DAYS / WEEK);
        float[] factors = new float[FUTURE_DAYS];
        for (int day = 0; day < FUTURE_DAYS; day++) {
            int observed = days[day % WEEK].draw(draw);
            double byReference = expected[day % WEEK];
            factors[day] = (float) StrictMath.exp(shift.increment(observed, byReference * level.on(day), variance));
            level.put(day, observed, byReference);
        }
        return factors;
    }
}
