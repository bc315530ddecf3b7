package vaiwg.board.report;

import vaiwg.board.figures.MeasureEntry;

/**
 * Whether a figure differs from a year before by more than chance explains in nineteen of twenty years (normal approximation), as the
 * dashboards test it.
 */
final class YearTest {
    private static final double NINETEEN_OF_TWENTY = 1.96;

    private YearTest() {}

    /** Whether the figure is better; false where either is not shown, has no good direction, or is a percentile. */
    static boolean isBetter(MeasureEntry measure, Figure now, Figure before) {
        if (now.state() != Figure.State.SHOWN
                || before.state() != Figure.State.SHOWN
                || Figures.better(measure) == Better.NEITHER
                || now.numerator() == null
                || before.numerator() == null) {
            return false;
        }
        double change = now.value() - before.value();
        boolean good = Figures.better(measure) == Better.UP ? change > 0 : change < 0;
        return good && Math.abs(change) > NINETEEN_OF_TWENTY * spread(measure, now, before);
    }

    private static double spread(MeasureEntry measure, Figure now, Figure before) {
        return switch (measure.kind()) {
            case SHARE -> {
                double pooled =
                        (double) (now.numerator() + before.numerator()) / (now.denominator() + before.denominator());
                yield Math.sqrt(pooled * (1 - pooled) * (1.0 / now.denominator() + 1.0 / before.denominator()));
            }
            case RATE, POPULATION_RATE ->
                now.unit()
                        .of(Math.sqrt(now.numerator() / Math.pow(now.denominator(), 2)
                                + before.numerator() / Math.pow(before.denominator(), 2)));
            case COUNT -> Math.sqrt((double) now.numerator() + before.numerator());
            case PERCENTILE -> Double.POSITIVE_INFINITY;
        };
    }
}
