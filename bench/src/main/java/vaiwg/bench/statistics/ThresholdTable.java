package vaiwg.bench.statistics;

import java.util.Arrays;
import java.util.Locale;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.LearnedLevel;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Thresholds;

/**
 * The thresholds of the daily alarm by a parametric bootstrap over the reference year. For each row, thousands of reference years
 * are drawn; from each the factors of the weekdays, the level and the overdispersion are estimated as the product does; and ten years
 * without any change are scored against that estimate, which learns from them as that of the product does. The threshold is the one
 * at which all these years together fire as often as wanted: an unlucky reference year is paid for by the others.
 */
public final class ThresholdTable {
    /** The rows: outcomes a day. */
    static final double[] INFORMATION = {0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256};

    static final long SEED = 20_260_401;
    private static final int BASELINES = 4_000;
    private static final int FUTURE_DAYS = 10 * Baseline.DAYS;
    /**
     * Solved for so much more than is promised, and for as much again at {@link #MARGIN_DOUBLES} outcomes a day: chance in this table,
     * and what the model of weekdays, ages and holidays misses, which weighs the more, the more outcomes a day has.
     */
    private static final double MARGIN = 0.05;

    private static final double MARGIN_DOUBLES = 16;
    /** Against the average of the week, what a Saturday or Sunday has of outcomes, as Saturdays and Sundays of the force have. */
    private static final double FREE_DAY = 0.4;

    private static final int WEEK = 7;
    private static final int WEEKS = Baseline.DAYS / WEEK;

    private ThresholdTable() {}

    /** The reference file. */
    public static String text() {
        StringBuilder text = new StringBuilder();
        text.append("# Thresholds of the daily alarm by information (outcomes a day over overdispersion squared).\n");
        text.append("# Written by: bench/run statistics --thresholds, seed ")
                .append(SEED)
                .append(", ");
        text.append(BASELINES).append(" reference years, ").append(FUTURE_DAYS).append(" days after each.\n");
        text.append("# An alarm of a rise fires by chance once in ").append(Thresholds.DAYS_TO_FALSE_RISE);
        text.append(" days, of a fall once in ")
                .append(Thresholds.DAYS_TO_FALSE_FALL)
                .append(", or less often: solved for ")
                .append(1 + MARGIN)
                .append("\n");
        text.append("# times as many, ")
                .append(margin(4 * MARGIN_DOUBLES))
                .append(" at ")
                .append(4 * MARGIN_DOUBLES)
                .append(" outcomes a day.\n");
        text.append("information,rise,fall\n");
        for (double information : INFORMATION) {
            text.append(row(information)).append('\n');
        }
        return text.toString();
    }

    /** One row of the reference file. */
    static String row(double information) {
        return String.format(
                Locale.ROOT,
                "%s,%.1f,%.1f",
                information,
                threshold(information, Shift.RISE, Thresholds.DAYS_TO_FALSE_RISE),
                threshold(information, Shift.FALL, Thresholds.DAYS_TO_FALSE_FALL));
    }

    private static double threshold(double information, Shift shift, int daysToFalseAlarm) {
        float[][] factors = factors(information, shift, Draw.at(SEED, Math.round(information * 100), shift.ordinal()));
        return solve(factors, margin(information) * daysToFalseAlarm);
    }

    private static double margin(double information) {
        return 1 + MARGIN * (1 + Math.min(information, 4 * MARGIN_DOUBLES) / MARGIN_DOUBLES);
    }

    /**
     * The threshold at which scores that restart at 0 after each alarm fire once in so many days.
     *
     * @param factors by which the score is multiplied, by future and day
     */
    static double solve(float[][] factors, double daysToFalseAlarm) {
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
        long days = 0;
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
            days += future.length;
        }
        return alarms == 0 ? Double.MAX_VALUE : (double) days / alarms;
    }

    private static float[][] factors(double daily, Shift shift, Draw draw) {
        double free = daily * WEEK * FREE_DAY / (WEEK - 2 + 2 * FREE_DAY);
        double busy = daily * WEEK / (WEEK - 2 + 2 * FREE_DAY);
        PoissonTable[] tables = {new PoissonTable(busy), new PoissonTable(free)};
        float[][] factors = new float[BASELINES][];
        for (int i = 0; i < BASELINES; i++) {
            double[] expected = new double[WEEK];
            double variance = baseline(tables, draw, expected);
            factors[i] = future(tables, draw, expected, variance, shift);
        }
        return factors;
    }

    /** Draws a reference year; fills in what it lets expect of each weekday and gives its overdispersion squared. */
    private static double baseline(PoissonTable[] tables, Draw draw, double[] expected) {
        int[] year = new int[WEEKS * WEEK];
        for (int day = 0; day < year.length; day++) {
            year[day] = tables[kind(day)].draw(draw);
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

    private static float[] future(PoissonTable[] tables, Draw draw, double[] expected, double variance, Shift shift) {
        LearnedLevel level = new LearnedLevel(Arrays.stream(expected).sum() * Baseline.DAYS / WEEK);
        float[] factors = new float[FUTURE_DAYS];
        for (int day = 0; day < FUTURE_DAYS; day++) {
            int observed = tables[kind(day)].draw(draw);
            double byReference = expected[day % WEEK];
            factors[day] = (float) StrictMath.exp(shift.increment(observed, byReference * level.on(day), variance));
            level.put(day, observed, byReference);
        }
        return factors;
    }

    private static int kind(int day) {
        return day % WEEK < WEEK - 2 ? 0 : 1;
    }
}
