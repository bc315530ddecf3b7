package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.Tier;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.files.ReportJson;
import vaiwg.board.page.ReportPage;

/** Of how many cases of each figure by policing area the area is known, on the page of data quality. */
class AreasKnownIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate NOW = LocalDate.of(2026, 7, 1);

    private static ReportPublication published;

    @BeforeAll
    static void publish() throws Exception {
        published = new ReportPublication();
        published.snapshot(FORCE, NOW, NOW.minusYears(3), "all");
        measure("victim_attrition", "share");
        figure("victim_attrition", "theme=rape", 1_000, 4_000);
        figure("victim_attrition", "lpa=coventry;theme=rape", 700, 3_287);
        figure("victim_attrition", "lpa=unknown;theme=rape", 300, 713);
        figure("victim_attrition", "theme=domestic_abuse", 900, 3_000);
        figure("victim_attrition", "lpa=coventry;theme=domestic_abuse", 900, 3_000);
        measure("recorded_offences", "count");
        figure("recorded_offences", "", 10_007, null);
        figure("recorded_offences", "lpa=coventry", 9_000, null);
        figure("recorded_offences", "lpa=unknown", 1_007, null);
        measure("devices_in_time", "share");
        figure("devices_in_time", "", 30, 61);
        figure("devices_in_time", "lpa=unknown", 8, 17);
        measure("cancelled_share", "share");
        figure("cancelled_share", "", 30, 600);
        measure("police_complaints", "count");
        figure("police_complaints", "", 1_000, null);
        figure("police_complaints", "lpa=unknown", 500, null);
    }

    private static void measure(String kpi, String kind) throws SQLException {
        published.measure(kpi, "criminal_justice", kind, "none", kpi);
    }

    private static void figure(String kpi, String slice, int number, Integer of) throws SQLException {
        published.value(FORCE, NOW, new SeriesKey(kpi, "recorded", "365d", slice), number, of);
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void a_figure_that_is_broken_down_by_area_has_a_row_by_theme_where_areas_are_within_themes() throws Exception {
        assertThat(report().quality().areasKnown())
                .extracting(AreaKnown::title, AreaKnown::slice, AreaKnown::percent)
                .containsExactlyInAnyOrder(
                        tuple("Rape: victim_attrition", "theme=rape", 82),
                        tuple("Domestic abuse: victim_attrition", "theme=domestic_abuse", AreaKnown.ENOUGH),
                        tuple("recorded_offences", "", 90),
                        tuple("devices_in_time", "", null));
    }

    @Test
    void the_page_lists_the_least_known_first_and_sums_up_the_others() throws Exception {
        String html = ReportPage.html(report());
        assertThat(html.substring(html.indexOf("Policing area known, by figure"))
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " "))
                .contains("Rape: victim_attrition 82% recorded_offences 90%")
                .contains("Of one other figure the area of 95% of the cases or more is known."
                        + " Of one figure it is not shown: the cases are few, or it would reveal what is withheld.");
    }

    @Test
    void how_many_are_of_an_unknown_area_is_in_no_form_of_the_report() throws Exception {
        Report report = report();
        assertThat(new String(ReportJson.of(report), StandardCharsets.UTF_8))
                .contains("victim_attrition")
                .doesNotContain("713", "3287", "1007");
    }

    private static Report report() throws Exception {
        return ReportMaker.make(
                published.connection(),
                new ReportRequest(
                        FORCE,
                        NOW,
                        Optional.of(1),
                        Tier.INTERNAL,
                        Optional.empty(),
                        Instant.parse("2026-07-01T12:00:00Z"),
                        false));
    }
}
