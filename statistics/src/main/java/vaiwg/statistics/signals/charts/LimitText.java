package vaiwg.statistics.signals.charts;

import vaiwg.statistics.signals.charts.SpcChart.Completed;

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
        String usual = centre(reading, reading.limits());
        return switch (completed.rule()) {
            case OUTSIDE -> (above ? "above the " : "below the ") + limit + " (" + usual + ")" + rarer(reading, above);
            case OUTER_THIRD -> "the second of three periods near the " + limit + " (" + usual + ")";
            case SHIFT ->
                "the seventh " + point(reading) + " in a row " + (above ? "above" : "below") + " the " + usual + " ("
                        + limits(reading) + ")" + rarer(reading, above);
            case TREND ->
                "the seventh " + point(reading) + " in a row to " + (above ? "rise" : "fall") + " (" + usual + ", "
                        + limits(reading) + ")";
        };
    }

    /** What is usual, and both limits. */
    static String usual(ChartReading reading) {
        return centre(reading, reading.standingLimits()) + ", " + limits(reading);
    }

    /** "usual 380", or where there are seasons, and so more than one usual, "expected 380". */
    private static String centre(ChartReading reading, Limits limits) {
        return (reading.blocks().kind().isSeasonal() ? "expected " : "usual ")
                + FigureText.number(reading, limits.centre());
    }

    /** On which side of what is usual a signal is. */
    static String side(ChartReading reading, int side) {
        boolean above = side > 0;
        return switch (reading.blocks().kind()) {
            case T, T_REST -> above ? "longer between two than usual" : "shorter between two than usual";
            case CHANGE -> above ? "a change above the usual one" : "a change below the usual one";
            case YEAR -> above ? "above the year before" : "below the year before";
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
