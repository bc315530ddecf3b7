package vaiwg.statistics.signals.charts;

import vaiwg.statistics.signals.charts.BlockChart.Completed;

/** In words how the newest block stands beside its limits. */
final class LimitText {
    private LimitText() {}

    /** Which rule the block completes, on which side, with what is usual and the limit that it concerns. */
    static String beyond(ChartReading reading, Completed completed) {
        boolean above = completed.side() > 0;
        String limit = (above ? "upper limit of " : "lower limit of ")
                + FigureText.number(
                        reading,
                        above ? reading.limits().upper() : reading.limits().lower());
        String centre = FigureText.number(reading, reading.limits().centre());
        return switch (completed.rule()) {
            case OUTSIDE ->
                (above ? "above the " : "below the ") + limit + " (usual " + centre + ")" + rarer(reading, above);
            case OUTER_THIRD -> "the second of three periods near the " + limit + " (usual " + centre + ")";
            case SHIFT ->
                "the seventh " + point(reading) + " in a row " + (above ? "above" : "below") + " the usual " + centre
                        + " (" + limits(reading) + ")" + rarer(reading, above);
            case TREND ->
                "the seventh " + point(reading) + " in a row to " + (above ? "rise" : "fall") + " (usual " + centre
                        + ", " + limits(reading) + ")";
        };
    }

    /** What is usual, and both limits. */
    static String usual(ChartReading reading) {
        return "usual " + FigureText.number(reading, reading.standingLimits().centre()) + ", " + limits(reading);
    }

    /** On which side of what is usual a signal is. */
    static String side(ChartReading reading, int side) {
        boolean above = side > 0;
        return switch (reading.blocks().kind()) {
            case T, T_REST -> above ? "longer between two than usual" : "shorter between two than usual";
            case CHANGE -> above ? "up more than usual" : "down more than usual";
            default -> above ? "above usual" : "below usual";
        };
    }

    /** What longer and shorter times between two events mean. */
    private static String rarer(ChartReading reading, boolean longer) {
        if (!reading.isOfTimes()) {
            return "";
        }
        return longer ? ", so rarer than usual" : ", so more often than usual";
    }

    private static String limits(ChartReading reading) {
        Limits limits = reading.standingLimits();
        return "limits " + FigureText.number(reading, limits.lower()) + " to "
                + FigureText.number(reading, limits.upper());
    }

    private static String point(ChartReading reading) {
        if (reading.isOfTimes()) {
            return "time";
        }
        return reading.isOfChanges() ? "change" : "period";
    }
}
