package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.page.LiveDocument;
import vaiwg.board.page.ReportPage;
import vaiwg.jobs.store.Publication;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** A report says what was said of the measures when its snapshot was published, in their places of then, whatever newer builds say. */
class ReportOfItsTimeIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate LAST_YEAR = LocalDate.of(2026, 11, 26);
    private static final LocalDate NEXT = LAST_YEAR.plusDays(56);

    @Test
    void a_newer_build_with_other_names_places_and_measures_leaves_last_years_report_byte_for_byte() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            published
                    .measure("charge_rate", "criminal_justice", "share", "up", "As it was called")
                    .headline(4, "As page 1 called it", "")
                    .readBy("settled_180d", "365d");
            published
                    .measure("retired", "criminal_justice", "count", "none", "No longer counted")
                    .headline(5, "No longer counted", "");
            published.run(
                    "INSERT INTO vaiwg.kpi_rebase (publication, edition, since, force, day, affects, reason) VALUES (1, 1, '-infinity', '', '"
                            + LAST_YEAR.minusYears(2) + "', 'measure=charge_rate', 'As the register said')");
            rebased(published);
            publish(published, LAST_YEAR);
            Report before = report(published, LAST_YEAR);
            String page = document(before);
            assertThat(page).contains("As page 1 called it", "No longer counted", "As the register said");

            // The same definitions in other words, some measures gone and others new.
            assertThat(start(published, ShippedCatalogue.get().fingerprint())).isEqualTo(1);
            publish(published, NEXT);
            assertThat(document(report(published, NEXT)))
                    .contains("Charged within 180 days")
                    .doesNotContain("As page 1 called it", "No longer counted", "As the register said")
                    .contains("2021: the Connect system is introduced; limits are set again.");
            assertThat(report(published, LAST_YEAR)).isEqualTo(before);
            assertThat(document(report(published, LAST_YEAR))).isEqualTo(page);

            // Other definitions: a publication of its own, which has a snapshot of last year's day too.
            assertThat(start(published, "of an older build")).isEqualTo(2);
            published.run(
                    "INSERT INTO vaiwg.kpi_snapshot (publication, force, as_at, kind, granularity, complete, row_count, digest,"
                            + " data_through, catalogue) SELECT 2, force, as_at, 'reconstructed', granularity, complete, row_count, digest,"
                            + " data_through, catalogue FROM vaiwg.kpi_snapshot WHERE as_at = '" + LAST_YEAR + "'");
            assertThat(document(report(published, LAST_YEAR))).isEqualTo(page);
        }
    }

    /** A chart of 28-day periods of which limits were set again: the newest ten of the next report, eight of last year's. */
    private static void rebased(ReportPublication published) throws SQLException {
        SeriesKey chart = new SeriesKey("charge_rate", "matured_180d", "28d", "");
        for (int i = 0; i < 18; i++) {
            LocalDate asAt = NEXT.minusDays(7 + 28L * i);
            published.period(FORCE, chart, asAt, asAt.minusDays(208), i < 10 ? 11 - i : 30 - i, 120, 371);
        }
    }

    /** Starts the shipped build on a publication of an older version. */
    private static int start(ReportPublication published, String definitions) throws SQLException {
        published.run("UPDATE vaiwg.kpi_publication SET version = 0, catalogue = '" + definitions + "'");
        published.connection().setSchema("vaiwg");
        return Publication.current(published.connection(), ShippedCatalogue.get(), "vaiwg.outcome=a", LAST_YEAR, false)
                .number();
    }

    private static void publish(ReportPublication published, LocalDate asAt) throws SQLException {
        published.snapshot(FORCE, asAt, LAST_YEAR.minusYears(3), "all");
        published.value(FORCE, asAt, new SeriesKey("charge_rate", "settled_180d", "365d", ""), 700, 11_000);
        published.value(FORCE, asAt, new SeriesKey("retired", "recorded", "365d", ""), 12, null);
    }

    /** The report, and the pages of all measures as a server shows them. */
    private static String document(Report report) {
        LiveDocument.Frame frame = new LiveDocument.Frame(
                report.edition().asAt().toString(), List.of(FORCE), List.of(LAST_YEAR, NEXT), "-", Optional.empty());
        return ReportPage.html(report)
                + report.measures().stream()
                        .map(measure -> LiveDocument.page(report, measure.page(), frame))
                        .collect(Collectors.joining());
    }

    private static Report report(ReportPublication published, LocalDate asAt) throws SQLException {
        return ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        FORCE,
                        asAt,
                        Optional.of(1),
                        Tier.BOARD,
                        Optional.empty(),
                        Instant.parse("2027-06-01T00:00:00Z"),
                        false));
    }
}
