package vaiwg.board.figures;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A closed period beside its limits as it was published when it became known; it is never changed.
 *
 * @param value as it is charted: of rare events the days between two of them, of a stock by how much it changed
 * @param state what was said of the figure at that midnight, where a chart marks it
 * @param side of the rule it completes: 1 above the usual, -1 below, 0 for none; of times between events 1 is longer
 */
public record ChartedPeriod(
        SeriesKey key,
        LocalDate firstDay,
        LocalDate lastDay,
        int numerator,
        Integer denominator,
        double value,
        double lower,
        double centre,
        double upper,
        int blocks,
        boolean trial,
        Chart chart,
        Optional<PublishedVerdict.State> state,
        Optional<String> rule,
        int side) {
    public enum Chart {
        XMR,
        YEAR,
        RATE,
        P,
        LANEY,
        T,
        T_REST,
        CHANGE;

        /** Whether the chart is of the days between rare events. */
        public boolean isOfTimes() {
            return this == T || this == T_REST;
        }
    }

    /** The way in which the figure itself moved: more time between events is fewer of them. */
    public int figureSide() {
        return chart == Chart.T ? -side : side;
    }

    /** The figure of the period: a share, or a count. */
    public double level() {
        if (chart.isOfTimes() || chart == Chart.CHANGE) {
            return denominator == null ? numerator : (double) numerator / denominator;
        }
        return value;
    }
}
