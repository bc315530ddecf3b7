package vaiwg.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Who answered a matter, and where it is answered, as the tables of dashboards have it with the rights of dashboards. */
class MatterAnswersIT {
    private static final String FORCE = "west-midlands";
    private static final String OTHER = "another";
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);

    private static ReportPublication published;
    private static JsonNode overview;
    private static JsonNode area;
    private static JsonNode engagement;

    @BeforeAll
    static void publish() throws Exception {
        overview = panel("strategy-overview.json", "Open matters of all areas");
        area = panel("area-criminal-justice.json", "Open signals of this area");
        engagement = panel("area-engagement.json", "Open signals of this area");
        published = new ReportPublication();
        published.measure("victim_attrition", "criminal_justice", "share", "down", "Victim attrition");
        published.measure("decision_told", "engagement", "share", "up", "Told of decision in time");
        published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
        open(FORCE, "s1", "theme=rape", "criminal_justice", "act", 7);
    }

    private static void open(String force, String id, String slice, String area, String state, int days)
            throws SQLException {
        String kpi = area.equals("engagement") ? "decision_told" : "victim_attrition";
        SeriesKey key = new SeriesKey(kpi, "matured_28d", "28d", slice);
        published.raised(force, id, key, AS_AT.minusDays(days), AS_AT, state, "Matter " + id);
    }

    private static JsonNode panel(String dashboard, String title) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(new Dashboards(ShippedCatalogue.get()).files().get(dashboard));
        return StreamSupport.stream(json.get("panels").spliterator(), false)
                .filter(one -> one.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @BeforeEach
    void nothingSaid() throws SQLException {
        published.rewrite("DELETE FROM vaiwg.kpi_note_row");
        published.run("DELETE FROM vaiwg.board_address");
    }

    @Test
    void a_matter_says_until_when_an_answer_is_due_and_links_nowhere_where_no_page_is_known() throws SQLException {
        assertThat(rows(overview)).containsExactly("Not answered; due 3 Dec 2026||null");
    }

    @Test
    void nothing_is_due_for_what_is_only_watched() throws SQLException {
        String force = "watched";
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        open(force, "w1", "theme=rape", "criminal_justice", "watch", 30);
        assertThat(rows(area, force, "Do", "Owner's answer")).containsExactly("Watch: wait for the next|–");
    }

    @Test
    void that_it_was_seen_is_no_answer() throws SQLException {
        published.run("""
                INSERT INTO vaiwg.kpi_note_row(version, at, changed_at, known_at, event_id, force, signal_id, kind, post)
                VALUES (1, '2026-11-20 23:30Z', '2026-11-20 23:30Z', '2026-11-20 23:30Z', gen_random_uuid(), '%s', 's1', 'acknowledgement', 'Lead')
                """.formatted(FORCE));
        assertThat(rows(area)).containsExactly("Seen by Lead, 20 Nov 2026; not answered; due 3 Dec 2026||null");
    }

    @Test
    void who_answered_and_when_is_said_and_the_link_leads_to_the_page() throws SQLException {
        published.run("INSERT INTO vaiwg.board_address (address) VALUES ('https://board.example')");
        published.note(FORCE, "s1", 1, "2026-11-20T09:00:00Z", "Staff moved.", "x".repeat(200));
        String answered = "Answered by the leads, 20 Nov 2026";
        String link = "|Answer|https://board.example/answer?force=west-midlands&signal=s1";
        assertThat(rows(overview)).containsExactly(answered + link);
        assertThat(rows(area))
                .as("with the first words")
                .containsExactly(answered + ": Staff moved.; " + "x".repeat(106) + "…" + link);
        assertThat(overview.toString()).contains("\"url\":\"${__data.fields.answer:raw}\"");
    }

    @Test
    void matters_are_told_as_they_are_published() throws SQLException {
        published.snapshot(OTHER, AS_AT, AS_AT.minusYears(3), "all");
        open(OTHER, "older", "theme=rape", "engagement", "watch", 40);
        open(OTHER, "newer", "", "engagement", "act", 20);
        open(OTHER, "elsewhere", "lpa=dudley;theme=rape", "criminal_justice", "act", 20);
        published.rewrite(
                "UPDATE vaiwg.kpi_matter_row SET shown_also = 'a|b|c,d|e|f', same_cases = 'g|h|' WHERE matter = 'newer'");
        assertThat(rows(engagement, OTHER, " ", "Matter", "What the figures show", "Raised", "Shown by", "Do"))
                .containsExactly(
                        "act||Matter newer|172 of 371, 53 more than usual|6 Nov 2026|the 28 days; 2 of other cases; 1 of the same cases|Act: find the cause",
                        "watch||Matter older|172 of 371, 53 more than usual|17 Oct 2026|the 28 days|Watch: wait for the next");
        assertThat(rows(overview, OTHER, "Matter")).containsExactly("Matter newer", "Matter elsewhere", "Matter older");
        published.rewrite("UPDATE vaiwg.kpi_matter_row SET few = true, why = 'data' WHERE matter = 'older'");
        assertThat(rows(engagement, OTHER, "What the figures show", "Do"))
                .endsWith("too few cases to show numbers|Check the data first");
    }

    @Test
    void the_chosen_theme_and_policing_area_leave_out_the_matters_of_others() throws SQLException {
        String force = "chosen";
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        open(force, "all", "", "engagement", "act", 20);
        open(force, "rape", "theme=rape", "engagement", "act", 19);
        open(force, "abuse", "theme=domestic_abuse", "engagement", "act", 18);
        open(force, "dudley", "lpa=dudley;theme=rape", "engagement", "act", 17);
        assertThat(rows(engagement, force, List.of("rape", "all"), List.of("Matter")))
                .containsExactly("Matter all", "Matter rape", "Matter dudley");
        assertThat(rows(engagement, force, List.of("all", "walsall"), List.of("Matter")))
                .containsExactly("Matter all", "Matter rape", "Matter abuse");
    }

    @Test
    void a_fall_of_completeness_is_a_matter_by_the_rule_of_its_alert() throws SQLException {
        String force = "completeness";
        published.measure("recorded_within_24h", "recording", "share", "up", "Recorded within 24 hours");
        share(force, "365d", "", 1800, 2000);
        share(force, "28d", "", 126, 150);
        share(force, "365d", "theme=rape", 360, 400);
        share(force, "28d", "theme=rape", 25, 40);
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        assertThat(rows(overview, force, "Matter", "What the figures show", "Do"))
                .as("84 % of 150 is within three sigma of 90 %")
                .containsExactly(
                        "Rape: recorded within 24 hours|62.5% (25 of 40 in 28 days to 25 Nov 2026); usual 90.0%, lower limit 75.8%|Check the data first");
        assertThat(rows(engagement, force, "Matter")).containsExactly("None");

        String other = "less-complete";
        share(other, "365d", "", 1800, 2000);
        share(other, "28d", "", 120, 150);
        share(other, "365d", "theme=rape", 360, 400);
        share(other, "28d", "theme=rape", 25, 40);
        published.snapshot(other, AS_AT, AS_AT.minusYears(3), "all");
        assertThat(rows(overview, other, "Matter", "What the figures show"))
                .as("the total takes in its themes")
                .containsExactly(
                        "All: recorded within 24 hours|80.0% (120 of 150 in 28 days to 25 Nov 2026); usual 90.0%, lower limit 82.7%");
    }

    @Test
    void completeness_is_read_by_the_basis_of_its_alert_and_of_days_that_have_had_their_time() throws SQLException {
        String force = "by-basis";
        published.measure("core_four_known", "recording", "share", "up", "Age, sex, ethnicity, disability");
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        for (String basis : List.of("recorded", "settled_7d")) {
            value(force, "core_four_known", basis, "365d", "", 1800, 2000);
            value(force, "core_four_known", basis, "28d", "", basis.equals("recorded") ? 60 : 120, 150);
        }
        assertThat(rows(overview, force, "Matter", "What the figures show", "Shown by"))
                .containsExactly(
                        "All: age, sex, ethnicity, disability|80.0% (120 of 150 in 28 days to 18 Nov 2026); usual 90.0%, lower limit 82.7%|below the year's limit");
    }

    private static void share(String force, String window, String slice, int numerator, int denominator)
            throws SQLException {
        value(force, "recorded_within_24h", "recorded", window, slice, numerator, denominator);
    }

    private static void value(
            String force, String kpi, String basis, String window, String slice, int numerator, int denominator)
            throws SQLException {
        published.value(force, AS_AT, new SeriesKey(kpi, basis, window, slice), numerator, denominator);
    }

    @Test
    void in_the_first_year_no_chart_has_limits_and_no_matter_means_little() throws SQLException {
        published.snapshot("young", AS_AT, AS_AT.minusDays(335), "all");
        published.snapshot("older", AS_AT, AS_AT.minusDays(336), "all");
        assertThat(rows(overview, "young", "Matter", "What the figures show"))
                .containsExactly("None|No chart has limits yet: twelve periods of 28 days make them.");
        assertThat(rows(overview, "older", "Matter", "What the figures show"))
                .containsExactly("None|Nothing to answer; what single charts mark may be chance.");
        assertThat(rows(overview, "unpublished", "Matter", "What the figures show"))
                .containsExactly("None|Nothing is known yet: no day has been published.");
    }

    @Test
    void each_matter_leads_to_how_signals_are_judged() throws IOException {
        JsonNode method = panel("definitions.json", SignalMethod.TITLE);
        assertThat(List.of(overview, area, engagement))
                .allMatch(panel -> panel.toString()
                        .contains("\"url\":\"/d/vaiwg-definitions?viewPanel=panel-"
                                + method.get("id").asInt() + "&"));
        String words = method.at("/targets/0/rawSql").asText();
        assertThat(Ask.values()).allMatch(ask -> words.contains("('" + ask.words() + "', '"));
        assertThat(SignalRule.values())
                .extracting(SignalRule::words)
                .extracting(rule -> FirstLetters.capital(rule).replace("'", "''"))
                .allMatch(rule -> words.contains("('" + rule + "', '"));
    }

    private static List<String> rows(JsonNode panel) throws SQLException {
        return rows(panel, FORCE, "Owner's answer", "Link", "answer");
    }

    private static List<String> rows(JsonNode panel, String force, String column, String... columns)
            throws SQLException {
        return rows(
                panel,
                force,
                List.of("all", "all"),
                Stream.concat(Stream.of(column), Stream.of(columns)).toList());
    }

    /** @param chosen the theme and the policing area */
    private static List<String> rows(JsonNode panel, String force, List<String> chosen, List<String> columns)
            throws SQLException {
        String query = panel.at("/targets/0/rawSql")
                .asText()
                .replace("$force", force)
                .replace("$theme", chosen.get(0))
                .replace("$lpa", chosen.get(1));
        List<String> rows = new ArrayList<>();
        try (Connection connection = published.anotherConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE vaiwg_dashboard");
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (String column : columns) {
                        cells.add(row.getString(column));
                    }
                    rows.add(String.join("|", cells));
                }
            }
        }
        return rows;
    }
}
