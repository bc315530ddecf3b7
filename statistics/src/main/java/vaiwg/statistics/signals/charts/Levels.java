package vaiwg.statistics.signals.charts;

import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues.Figure;

/**
 * The level of a stock beside that of a year before, which are of different cases for the most part: two shares, or two counts (normal
 * approximation).
 */
public record Levels(Figure now, Figure before) {
    /** By chance once in 370 stocks. */
    private static final double SIGMAS = 3;

    /** A stock beside a year before. */
    public enum Level {
        /** No stock, not known of both years, or without a good direction. */
        UNKNOWN,
        /** Within what chance gives. */
        SAME,
        WORSE,
        BETTER
    }

    public Level of(Measure measure) {
        if (measure.direction() == Direction.NONE) {
            return Level.UNKNOWN;
        }
        double change = Block.value(now) - Block.value(before);
        if (Math.abs(change) <= SIGMAS * spread(measure)) {
            return Level.SAME;
        }
        return change > 0 == (measure.direction() == Direction.RISING) ? Level.BETTER : Level.WORSE;
    }

    /** How many more there are than there would be as a year before. */
    public int more(Measure measure) {
        double usual = Block.value(before) * (measure.isCount() ? 1 : now.denominator());
        return (int) Math.rint(now.numerator() - usual);
    }

    private double spread(Measure measure) {
        double both = (double) now.numerator() + before.numerator();
        if (measure.isCount()) {
            return Math.sqrt(both);
        }
        double pooled = both / ((double) now.denominator() + before.denominator());
        return Math.sqrt(pooled * (1 - pooled) * (1.0 / now.denominator() + 1.0 / before.denominator()));
    }
}
