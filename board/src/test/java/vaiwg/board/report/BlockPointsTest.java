package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.figures.SeriesKey;

class BlockPointsTest {
    private static final SeriesKey KEY = new SeriesKey("victim_attrition", "matured_90d", "28d", "");

    @Test
    void limits_of_shares_are_wider_where_there_were_fewer_cases() {
        List<ChartedPeriod> periods = periods(Chart.P, 2, 14);
        List<BlockPoint> points = BlockPoints.of(periods, Unit.SHARE);
        // 3 sigma of a share of 0.3 of 400 cases, and of 100: twice as wide.
        assertThat(points.get(11).upper() - points.get(11).centre()).isCloseTo(0.06, within(1e-9));
        assertThat(points.get(0).upper() - points.get(0).centre()).isCloseTo(0.12, within(1e-9));
        assertThat(points.get(0).state()).isEmpty();
    }

    @Test
    void limits_of_counts_are_the_same() {
        List<BlockPoint> points = BlockPoints.of(periods(Chart.XMR, 2, 14), Unit.COUNT);
        assertThat(points.get(0).lower()).isCloseTo(0.24, within(1e-9));
    }

    @Test
    void periods_before_limits_were_set_again_have_none() {
        List<ChartedPeriod> periods = new ArrayList<>(periods(Chart.P, 2, 5));
        periods.addAll(periods(Chart.P, 2, 14));
        List<BlockPoint> points = BlockPoints.of(periods, Unit.SHARE);
        assertThat(points.get(0).trial()).isTrue();
        assertThat(points.get(0).upper()).isNaN();
        assertThat(points.get(4).upper()).isNotNaN();
    }

    /** Periods of so many blocks each; those of provisional limits have 100 cases, the others 400. */
    private static List<ChartedPeriod> periods(Chart chart, int first, int last) {
        List<ChartedPeriod> periods = new ArrayList<>();
        for (int blocks = first; blocks <= last; blocks++) {
            boolean trial = blocks < 12;
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(28L * blocks);
            periods.add(new ChartedPeriod(
                    KEY,
                    day.plusDays(28),
                    day,
                    day.plusDays(27),
                    30,
                    trial ? 100 : 400,
                    0.3,
                    0.24,
                    0.3,
                    0.36,
                    blocks,
                    trial,
                    chart,
                    trial ? Optional.empty() : Optional.of(State.NO_CHANGE),
                    Optional.empty(),
                    0));
        }
        return periods;
    }
}
