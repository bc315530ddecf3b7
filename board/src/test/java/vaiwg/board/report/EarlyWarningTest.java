package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.ChartedPeriod.Chart;
import vaiwg.board.figures.SeriesKey;

class EarlyWarningTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 24);
    private static final LocalDate LAST = LocalDate.of(2026, 8, 20);

    /** What the warning rests on is newer than a chart for months: that is no news of it. */
    @Test
    void a_period_of_the_chart_is_news_only_where_it_ends_after_what_the_warning_rests_on() {
        List<ChartedPeriod> periods = List.of(period(FIRST.minusDays(28), 12), period(FIRST, 12));
        assertThat(EarlyWarning.newest(periods, LAST.minusDays(17))).contains(periods.get(1));
        assertThat(EarlyWarning.newest(periods, LAST)).isEmpty();
        assertThat(EarlyWarning.newest(List.of(), LAST)).isEmpty();
    }

    @Test
    void it_says_how_many_of_how_many_in_which_days_and_what_is_usual() {
        assertThat(EarlyWarning.words(BlockPoints.of(period(FIRST, 12), Unit.SHARE), Unit.SHARE, "matured_90d"))
                .contains("46.0% (46 of 100) recorded 24 Jul to 20 Aug 2026, usual 32.0%.");
        assertThat(EarlyWarning.words(BlockPoints.of(period(FIRST, 3), Unit.SHARE), Unit.SHARE, "matured_90d"))
                .as("limits on trial are shown nowhere")
                .contains("46.0% (46 of 100) recorded 24 Jul to 20 Aug 2026.");
        assertThat(EarlyWarning.words(BlockPoints.of(period(FIRST, 12), Unit.DAYS), Unit.DAYS, "recorded"))
                .isEmpty();
    }

    private static ChartedPeriod period(LocalDate first, int blocks) {
        SeriesKey key = new SeriesKey("victim_attrition", "matured_90d", "28d", "theme=rape");
        return Periods.charted(key, first, 46, blocks, Chart.P, Optional.empty(), 0);
    }
}
