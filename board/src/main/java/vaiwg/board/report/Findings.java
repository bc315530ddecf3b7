package vaiwg.board.report;

import java.util.List;
import vaiwg.board.figures.ChartedPeriod;

/** What a chart shows, as the rest of a sentence that begins with what is charted. */
final class Findings {
    private Findings() {}

    /** @param periods oldest first, at least one */
    static String of(List<ChartedPeriod> periods) {
        ChartedPeriod newest = periods.get(periods.size() - 1);
        if (newest.trial()) {
            return "has too short a history for limits";
        }
        boolean up = newest.figureSide() > 0;
        if (newest.chart() == ChartedPeriod.Chart.CHANGE) {
            return ofStock(newest);
        }
        if (newest.rule().isEmpty()) {
            return "varies as usual";
        }
        if (newest.chart().isOfTimes()) {
            return up ? "comes more often than usual" : "comes less often than usual";
        }
        int outside = Judge.periodsOutside(periods);
        if (outside > 0) {
            return (up ? "above its upper limit" : "below its lower limit") + running(outside);
        }
        return switch (newest.rule().get()) {
            case "trend" -> up ? "has risen for seven periods" : "has fallen for seven periods";
            case "outer_third" ->
                up ? "near its upper limit in two of three periods" : "near its lower limit in two of three periods";
            default -> (up ? "above its average" : "below its average") + running(Judge.periodsOnOneSide(periods));
        };
    }

    private static String ofStock(ChartedPeriod newest) {
        if (newest.rule().isEmpty()) {
            if (newest.value() == 0) {
                return "has not changed";
            }
            return newest.value() > 0 ? "rises as it usually does" : "falls as it usually does";
        }
        return newest.figureSide() > 0 ? "rises by more than usual" : "rises by less than usual, or falls";
    }

    private static String running(int periods) {
        return periods > 1 ? " for the " + Words.ordinal(periods) + " period running" : "";
    }
}
