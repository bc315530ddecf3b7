package vaiwg.board;

import java.time.LocalDate;
import java.util.Optional;
import vaiwg.kpis.signals.charts.ChartKind;

/**
 * The newest closed block of a chart as it was published when it ended, and what was said of it.
 *
 * @param view its basis and window
 * @param denominator null for a count
 * @param value as it is charted: of rare events the days between two of them, of a stock by how much it changed
 * @param blocks how many there are since the limits began, or times between rare events where these are fewer
 * @param chart by which it is charted
 * @param trial whether the limits are on trial, so that nothing is signalled
 * @param variation {@code common_cause}, {@code improvement}, {@code concern} or {@code neutral}; empty while limits are on trial
 * @param rule the rule that it completes
 * @param side of that rule: 1 above the usual, -1 below; of times between rare events 1 is longer
 * @param assurance {@code passes}, {@code fails} or {@code hit_or_miss}; empty where the force has set no target
 * @param signal how to take the signal that stands: {@code watch}, {@code act} or {@code data_quality}
 */
record ChartedBlock(
        View view,
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
        Optional<String> variation,
        Optional<String> rule,
        int side,
        ChartKind chart,
        Optional<String> assurance,
        Optional<String> signal) {
    /** Whether it is charted by the days between rare events. */
    boolean ofTimes() {
        return chart.isOfTimes();
    }

    /** A measure and by what it is cut. */
    record Key(String kpi, String slice) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byMeasure = kpi.compareTo(other.kpi);
            return byMeasure == 0 ? slice.compareTo(other.slice) : byMeasure;
        }
    }
}
