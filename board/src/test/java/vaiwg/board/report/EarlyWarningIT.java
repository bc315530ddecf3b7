package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.Tier;

/** What the chart shows since the daily alarm raised a matter, in the editions of the tiers. */
class EarlyWarningIT {
    /** Of the newest period's 371 crimes; of 369 two are left. */
    @ParameterizedTest
    @CsvSource({"172, true", "3, false", "369, false"})
    void leads_see_the_newest_period_the_board_where_it_is_not_of_few_and_everybody_never(int ended, boolean toBoard)
            throws Exception {
        try (ReportPublication published = SmallForce.published()) {
            published.rewrite("UPDATE vaiwg.kpi_matter_row SET daily = true, day = day - 28");
            published.rewrite("UPDATE vaiwg.kpi_limit_row SET numerator = " + ended + ", value = " + ended
                    + " / 371.0 WHERE as_at = '2026-11-19'");
            String toLeads = now(published, Tier.INTERNAL);
            assertThat(toLeads).contains("(" + ended + " of 371) recorded 24 Jul to 20 Aug 2026");
            assertThat(now(published, Tier.BOARD)).isEqualTo(toBoard ? toLeads : "");
            assertThat(now(published, Tier.PUBLIC)).isEmpty();
        }
    }

    private static String now(ReportPublication published, Tier tier) throws Exception {
        Report report = ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        SmallForce.FORCE,
                        SmallForce.AS_AT,
                        Optional.empty(),
                        tier,
                        Optional.of(SmallForce.PREVIOUS),
                        Instant.parse("2026-11-26T12:00:00Z"),
                        false));
        assertThat(report.matters()).hasSize(1);
        return report.matters().get(0).now();
    }
}
