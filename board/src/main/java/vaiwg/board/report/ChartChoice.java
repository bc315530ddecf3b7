package vaiwg.board.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.Charts;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SeriesKey;

/** Which chart of a measure stands beside its figure: that of the figure's own basis where there is one. */
final class ChartChoice {
    private static final String SETTLED = "settled_";
    private static final String MATURED = "matured_";

    private final Charts charts;
    private final LocalDate asAt;

    ChartChoice(Charts charts, LocalDate asAt) {
        this.charts = charts;
        this.asAt = asAt;
    }

    /** The chart of a slice beside a figure that is read so. */
    Optional<SeriesKey> beside(MeasureEntry measure, Reading reading, String slice) {
        return charts.keys(measure.kpi(), slice)
                .min(Comparator.comparingInt((SeriesKey key) -> distance(key, reading))
                        .thenComparing(SeriesKey::basis)
                        .thenComparing(SeriesKey::window));
    }

    /** Its periods, oldest first; none where there is no chart. */
    List<ChartedPeriod> periods(MeasureEntry measure, Reading reading, String slice) {
        return beside(measure, reading, slice).map(charts::of).orElse(List.of());
    }

    /** The newest period that has ended; empty where the chart has none of this time. */
    Optional<ChartedPeriod> newest(List<ChartedPeriod> periods) {
        return periods.stream().reduce((earlier, later) -> later).filter(this::isOfNow);
    }

    /** A period is of now until the next one has ended; a month is the longest. */
    private boolean isOfNow(ChartedPeriod period) {
        return period.asAt().isAfter(period.key().window().equals("1m") ? asAt.minusMonths(1) : asAt.minusDays(28));
    }

    private static int distance(SeriesKey chart, Reading reading) {
        if (chart.basis().equals(matured(reading.basis()))) {
            return 0;
        }
        return chart.basis().equals(reading.basis()) ? 1 : 2;
    }

    private static String matured(String basis) {
        return basis.startsWith(SETTLED) ? MATURED + basis.substring(SETTLED.length()) : basis;
    }
}
