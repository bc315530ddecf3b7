package vaiwg.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Tables of the areas' dashboards, asked of a database. */
class AreaTablesIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 1);

    @Test
    void figures_by_which_areas_stand_apart_name_them_and_the_others_say_why_none_are_compared() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            published.measure("victim_attrition", "criminal_justice", "share", "down", "Victim attrition");
            for (String theme : List.of("rape", "domestic_abuse")) {
                area(published, theme, "dudley", 80);
                area(published, theme, "walsall", theme.equals("rape") ? 50 : 20);
                area(published, theme, "wolverhampton", 20);
            }
            published.measure(
                    "outcome_16_reopened", "criminal_justice", "share", "none", "Opened again after outcome 16");
            area(published, "outcome_16_reopened", "recorded", "lpa=dudley", 80);
            area(published, "outcome_16_reopened", "recorded", "lpa=walsall", 40);
            area(published, "outcome_16_reopened", "recorded", "lpa=wolverhampton", 42);
            published.value(
                    FORCE, AS_AT, new SeriesKey("victim_attrition", "settled_90d", "365d", "theme=rape"), 158, 632);
            published.value(
                    FORCE,
                    AS_AT,
                    new SeriesKey("victim_attrition", "settled_90d", "365d", "lpa=unknown;theme=rape"),
                    8,
                    32);
            published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
            String table = query("area-criminal-justice.json", "Policing areas that stand apart");
            assertThat(rows(published, table.replace("$theme", "rape")))
                    .contains(
                            "Victim attrition within 90 days | Rape | 3 | 94.9% | Dudley (above)",
                            "Opened again after outcome 16 | All | 3 | null | Dudley (above)")
                    .anyMatch(row -> row.matches(
                            "Not compared [|] – [|] – [|] – [|] A median or percentile has no range that goes by"
                                    + " the size of an area: Half of outcomes 16 within; .*"))
                    .anyMatch(row -> row.matches(
                            "Not compared [|] – [|] – [|] – [|] Not before its whole time is over and three areas have enough cases:"
                                    + " .*Overdue with the CPS; .*"));
            assertThat(rows(published, table.replace("$theme", "stalking_harassment")))
                    .as("not compared in the chosen theme")
                    .contains("Victim attrition within 90 days | Domestic abuse | 3 | null | Dudley (above)");
        }
    }

    private static void area(ReportPublication published, String theme, String lpa, int numerator) throws SQLException {
        area(published, "victim_attrition", "settled_90d", "lpa=" + lpa + ";theme=" + theme, numerator);
    }

    private static void area(ReportPublication published, String kpi, String basis, String slice, int numerator)
            throws SQLException {
        published.value(FORCE, AS_AT, new SeriesKey(kpi, basis, "365d", slice), numerator, 200);
        try (Statement insert = published.connection().createStatement()) {
            insert.execute("INSERT INTO vaiwg.kpi_funnel_row SELECT series_id, 0.2, 0.1, 0.24, 0.05, 0.3, '" + AS_AT
                    + "', 1 FROM vaiwg.kpi_series WHERE kpi = '" + kpi + "' AND slice = '" + slice + "'");
        }
    }

    @Test
    void audits_have_the_calendar_month_of_their_wave_and_say_of_what_they_are() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            published.measure("code_all_five_wave", "engagement", "share", "up", "All five duties met, in a wave");
            wave(published, AS_AT, "31d", "", 90, 150);
            wave(published, AS_AT, "28d", "", 20, 40);
            wave(published, AS_AT.minusMonths(2), "31d", "", 2, 40);
            wave(published, AS_AT, "31d", "theme=rape", 20, 40);
            wave(published, AS_AT, "31d", "lpa=coventry", 30, 40);
            wave(published, AS_AT, "31d", "lpa=dudley", 45, 90);
            for (int months = 0; months < 3; months++) {
                published.snapshot(FORCE, AS_AT.minusMonths(months), AS_AT.minusYears(3), "all");
            }
            published.withhold();
            assertThat(waves(published, "all", "all"))
                    .as("a month of few audits is withheld, and one of none has no row")
                    .containsExactly(
                            "October 2026 | the whole force | 150 | 60.0",
                            "August 2026 | the whole force | null | null");
            assertThat(waves(published, "coventry", "all")).containsExactly("October 2026 | Coventry | 40 | 75.0");
            assertThat(waves(published, "coventry", "rape"))
                    .as("not broken down by both")
                    .containsExactly("October 2026 | Rape, whole force | 40 | 50.0");
            assertThat(waves(published, "walsall", "all"))
                    .as("an area without audits")
                    .first()
                    .isEqualTo("October 2026 | the whole force | 150 | 60.0");
        }
    }

    @Test
    void audits_have_the_answers_of_their_month_question_by_question() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            for (String kpi : List.of("vps_offered_wave", "not_referred_wave", "referred_late_wave")) {
                published.measure(kpi, "engagement", "share", "up", kpi);
            }
            answers(published, AS_AT, "vps_offered_wave", "31d", 108);
            answers(published, AS_AT, "vps_offered_wave", "28d", 40);
            answers(published, AS_AT, "not_referred_wave", "31d", 30);
            answers(published, AS_AT, "referred_late_wave", "31d", 2);
            answers(published, AS_AT.minusMonths(1), "vps_offered_wave", "30d", 75);
            for (int months = 0; months < 2; months++) {
                published.snapshot(FORCE, AS_AT.minusMonths(months), AS_AT.minusYears(3), "all");
            }
            published.withhold();
            assertThat(rows(published, panel("area-engagement.json", "Audits by month, question by question")))
                    .as("an answer of few is withheld")
                    .containsExactly(
                            "October 2026 | 72.0 | null | null | null | 20.0 | null",
                            "September 2026 | 50.0 | null | null | null | null | null");
        }
    }

    @Test
    void a_day_or_time_of_few_answers_is_withheld_with_another_one_which_would_give_it_away() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            published.measure("survey_satisfied", "engagement", "share", "up", "Victims satisfied");
            published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
            satisfied(published, "", 227, 360);
            assertThat(answered(published))
                    .as("a publication without the breakdown")
                    .hasSize(12)
                    .allMatch(row -> row.matches("Satisfied, answered: [^|]* ↑ [|] – [|] no case"));
            satisfied(published, "day=monday", 84, 120);
            satisfied(published, "day=tuesday", 70, 100);
            satisfied(published, "day=wednesday", 31, 62);
            satisfied(published, "day=thursday", 29, 58);
            satisfied(published, "day=friday", 10, 16);
            satisfied(published, "day=sunday", 3, 4);
            satisfied(published, "time=morning", 100, 160);
            satisfied(published, "time=afternoon", 127, 200);
            published.withhold();
            assertThat(answered(published))
                    .containsExactly(
                            "Satisfied, answered: Monday ↑ | 70.0% | 84 of 120",
                            "Satisfied, answered: Tuesday ↑ | 70.0% | 70 of 100",
                            "Satisfied, answered: Wednesday ↑ | 50.0% | 31 of 62",
                            "Satisfied, answered: Thursday ↑ | 50.0% | 29 of 58",
                            "Satisfied, answered: Friday ↑ | withheld | fewer than 5, or reveals it",
                            "Satisfied, answered: Saturday ↑ | – | no case",
                            "Satisfied, answered: Sunday ↑ | withheld | fewer than 5, or reveals it",
                            "Satisfied, answered: 06:00 to noon ↑ | 62.5% | 100 of 160",
                            "Satisfied, answered: noon to 18:00 ↑ | 63.5% | 127 of 200",
                            "Satisfied, answered: 18:00 to midnight ↑ | – | no case",
                            "Satisfied, answered: midnight to 06:00 ↑ | – | no case",
                            "Satisfied, answered: time not recorded ↑ | – | no case");
        }
    }

    /** The name, the share and the count of each row; there is no chart of any. */
    private static List<String> answered(ReportPublication published) throws Exception {
        String table = query("area-engagement.json", "Details of the area").replace("$theme", "all");
        return rows(published, table).stream()
                .filter(row -> row.startsWith("Satisfied, answered: ") && row.contains("none|Not charted"))
                .map(row -> String.join(" | ", List.of(row.split(" [|] ")).subList(0, 3)))
                .toList();
    }

    private static void satisfied(ReportPublication published, String slice, int satisfied, int answers)
            throws SQLException {
        published.value(FORCE, AS_AT, new SeriesKey("survey_satisfied", "recorded", "365d", slice), satisfied, answers);
    }

    private static void answers(ReportPublication published, LocalDate asAt, String kpi, String window, int found)
            throws SQLException {
        published.value(FORCE, asAt, new SeriesKey(kpi, "recorded", window, ""), found, 150);
    }

    private static void wave(
            ReportPublication published, LocalDate asAt, String window, String slice, int met, int audited)
            throws SQLException {
        published.value(FORCE, asAt, new SeriesKey("code_all_five_wave", "recorded", window, slice), met, audited);
    }

    private static List<String> waves(ReportPublication published, String area, String theme) throws Exception {
        return rows(
                published,
                panel("area-engagement.json", "Audits by month, each as one wave")
                        .replace("$lpa", area)
                        .replace("$theme", theme));
    }

    private static List<String> rows(ReportPublication published, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(String.valueOf(row.getObject(column)));
                }
                rows.add(String.join(" | ", cells));
            }
        }
        return rows;
    }

    private static String query(String dashboard, String title) throws Exception {
        return panel(dashboard, title).replace("$lpa", "all");
    }

    private static String panel(String dashboard, String title) throws Exception {
        String file = new Dashboards(ShippedCatalogue.get()).files().get(dashboard);
        for (JsonNode panel : new ObjectMapper().readTree(file).path("panels")) {
            if (panel.path("title").asText().startsWith(title)) {
                JsonNode shown = panel.has("panels") ? panel.at("/panels/0") : panel;
                return shown.at("/targets/0/rawSql").asText().replace("$force", FORCE);
            }
        }
        throw new AssertionError("no table " + title + " on " + dashboard);
    }
}
