package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
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

    /** It is made of the points that a tier's readers see; of what everybody reads it is left out with all else that a matter quotes. */
    @Test
    void a_period_of_few_is_told_to_leads_alone() {
        assertThat(seen(Tier.INTERNAL, 3)).contains("3.0% (3 of 100) recorded 24 Jul to 20 Aug 2026, usual 32.0%.");
        assertThat(seen(Tier.BOARD, 3)).isEmpty();
        assertThat(seen(Tier.BOARD, 97)).as("three are left").isEmpty();
        assertThat(seen(Tier.BOARD, 46)).contains("46.0% (46 of 100) recorded 24 Jul to 20 Aug 2026, usual 32.0%.");
        assertThat(seen(Tier.PUBLIC, 3)).isEmpty();
        Matter quoting = SampleReport.withNow(SampleReport.usual().matters().get(0), "46.0% (46 of 100).");
        assertThat(new TierRule(Tier.PUBLIC).hides(quoting)).isTrue();
        assertThat(new TierRule(Tier.BOARD).hides(quoting)).isFalse();
        assertThat(quoting.withoutNumbers(false).now()).isEmpty();
    }

    private static Optional<String> seen(Tier tier, int percent) {
        BlockPoint point = BlockPoints.of(period(FIRST, percent, 12), Unit.SHARE);
        return new TierRule(tier)
                .point(point, Unit.SHARE, false)
                .flatMap(shown -> EarlyWarning.words(shown, Unit.SHARE, "matured_90d"));
    }

    private static ChartedPeriod period(LocalDate first, int blocks) {
        return period(first, 46, blocks);
    }

    private static ChartedPeriod period(LocalDate first, int percent, int blocks) {
        SeriesKey key = new SeriesKey("victim_attrition", "matured_90d", "28d", "theme=rape");
        return Periods.charted(key, first, percent, blocks, Chart.P, Optional.empty(), 0);
    }
}
