package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

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
    void a_period_has_its_limits_as_they_were_published_and_none_while_they_are_provisional() {
        List<BlockPoint> points = BlockPoints.of(periods(Chart.P, 11, 12), Unit.SHARE);
        assertThat(points.get(0).trial()).isTrue();
        assertThat(points.get(0).upper()).isNaN();
        assertThat(points.get(0).state()).isEmpty();
        assertThat(points.get(1).lower()).isEqualTo(0.25);
        assertThat(points.get(1).upper()).isEqualTo(0.40);
    }

    @Test
    void a_stock_has_none_since_they_are_of_its_change() {
        assertThat(BlockPoints.of(periods(Chart.CHANGE, 12, 12), Unit.SHARE)
                        .get(0)
                        .upper())
                .isNaN();
    }

    @Test
    void fewer_than_three_periods_are_no_chart_and_of_many_the_newest_two_years_are() {
        assertThat(Facts.spark(BlockPoints.of(periods(Chart.P, 11, 12), Unit.SHARE)))
                .isEmpty();
        assertThat(Facts.spark(BlockPoints.of(periods(Chart.P, 10, 12), Unit.SHARE)))
                .hasSize(3);
        List<BlockPoint> long_ = BlockPoints.of(periods(Chart.P, 1, 40), Unit.SHARE);
        assertThat(Facts.spark(long_)).hasSize(26).endsWith(long_.get(39));
    }

    /** Periods of so many blocks each, those before the twelfth with provisional limits. */
    private static List<ChartedPeriod> periods(Chart chart, int first, int last) {
        List<ChartedPeriod> periods = new ArrayList<>();
        for (int blocks = first; blocks <= last; blocks++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(28L * blocks);
            Optional<State> state = blocks < 12 ? Optional.empty() : Optional.of(State.NO_CHANGE);
            periods.add(Periods.charted(KEY, day, 30, blocks, chart, state, 0));
        }
        return periods;
    }
}
