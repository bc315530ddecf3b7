package vaiwg.statistics.verdict;

import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Measure;

/**
 * The level of a stock beside another of a year before, which are of different cases for the most part: two shares, or two counts (normal
 * approximation).
 *
 * @param numerator how many there are, or the part
 * @param denominator the whole; 0 of a count
 */
public record Levels(int numerator, int denominator, int before, int wholeBefore) {
    /** By chance once in 370 stocks. */
    private static final double SIGMAS = 3;

    Known.Level of(Measure measure) {
        if (measure.direction() == Direction.NONE) {
            return Known.Level.UNKNOWN;
        }
        double change = change(measure);
        if (Math.abs(change) <= SIGMAS * spread(measure)) {
            return Known.Level.SAME;
        }
        return change > 0 == (measure.direction() == Direction.RISING) ? Known.Level.BETTER : Known.Level.WORSE;
    }

    /** How many more there are than there would be as a year before. */
    int more(Measure measure) {
        double usual = isCount(measure) ? before : (double) before / wholeBefore * denominator;
        return (int) Math.rint(numerator - usual);
    }

    private double change(Measure measure) {
        return isCount(measure) ? numerator - before : (double) numerator / denominator - (double) before / wholeBefore;
    }

    private double spread(Measure measure) {
        if (isCount(measure)) {
            return Math.sqrt((double) numerator + before);
        }
        double pooled = ((double) numerator + before) / ((double) denominator + wholeBefore);
        return Math.sqrt(pooled * (1 - pooled) * (1.0 / denominator + 1.0 / wholeBefore));
    }

    private static boolean isCount(Measure measure) {
        return measure.kind() == Measure.Kind.COUNT;
    }
}
