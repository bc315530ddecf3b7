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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
        published.signal(
                FORCE,
                "s1",
                new SeriesKey("victim_attrition", "matured_28d", "28d", "theme=rape"),
                AS_AT.minusDays(7),
                "act",
                "raised");
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
        published.signal(
                force,
                "w1",
                new SeriesKey("victim_attrition", "matured_28d", "28d", "theme=rape"),
                AS_AT.minusDays(30),
                "watch",
                "raised");
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

    /** The chart of days between has fewer of them, and so is on the side of more events; what is good there is worse here. */
    @Test
    void a_share_that_rose_rare_events_that_came_more_often_and_what_fell_for_the_worse_are_one_matter()
            throws SQLException {
        published.snapshot(OTHER, AS_AT, AS_AT.minusYears(3), "all");
        LocalDate raised = AS_AT.minusDays(21);
        SeriesKey often = new SeriesKey("cautions", "recorded", "28d", "");
        SeriesKey rare = new SeriesKey("letters", "recorded", "28d", "");
        SeriesKey falls = new SeriesKey("told", "recorded", "28d", "");
        published.measure("cautions", "engagement", "share", "down", "Cautions").set("concern = 'one cause'");
        published.measure("letters", "engagement", "count", "down", "Letters").set("concern = 'one cause'");
        published.measure("told", "engagement", "share", "up", "Told").set("concern = 'one cause'");
        published.period(OTHER, often, raised, raised.minusDays(28), 20, 50, 100);
        published.timeBetween(OTHER, rare, raised, raised.minusDays(28), 2, 30);
        published.period(OTHER, falls, raised, raised.minusDays(28), 20, 20, 100);
        published.signal(OTHER, "often", often, raised, "watch", "raised");
        published.signal(OTHER, "rare", rare, raised, "watch", "raised");
        published.signal(OTHER, "falls", falls, raised, "watch", "raised");
        assertThat(rows(engagement, OTHER, " ", "Matter", "How sure"))
                .containsExactly("concern-down||All: told|beyond its limit; 2 other charts show it too");
        published.run("SET session_replication_role = replica");
        published.run("DELETE FROM vaiwg.kpi_signal_row WHERE signal_id = 'falls'");
        assertThat(rows(engagement, OTHER, "How sure")).containsExactly("beyond its limit; 1 other chart shows it too");
        published.run("DELETE FROM vaiwg.kpi_signal_row WHERE signal_id = 'often'");
        published.run("SET session_replication_role = origin");
        assertThat(rows(engagement, OTHER, " ", "What the figures show", "How sure", "Do"))
                .containsExactly(
                        "concern-up||in 28 days to 4 Nov 2026; 2 days between two; usual 30, lower limit 3.0|beyond its limit|Watch: wait for the next");
    }

    /** The total holds the theme's cases, and is only watched; the chart rests on blocks of before. */
    @Test
    void a_rise_in_a_theme_that_the_total_shows_too_is_one_matter_since_its_first_signal() throws SQLException {
        String force = "one-rise";
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        published
                .measure("told_late", "engagement", "share", "down", "Told late")
                .set("concern = 'told late'");
        SeriesKey rape = new SeriesKey("told_late", "daily", "1d", "theme=rape");
        // A figure of page 1, and not the one that is to be acted on.
        published
                .measure("not_told", "engagement", "share", "down", "Not told")
                .headline(14, "Not told", "")
                .set("concern = 'told late'");
        SeriesKey total = new SeriesKey("not_told", "daily", "1d", "");
        SeriesKey chart = new SeriesKey("told_late", "matured_90d", "28d", "theme=rape");
        published.signal(force, "rise", rape, AS_AT.minusDays(100), "act", "raised");
        published.signal(force, "total", total, AS_AT.minusDays(17), "watch", "raised");
        published.signal(force, "chart", chart, AS_AT.minusDays(7), "act", "raised");
        published.run("SET session_replication_role = replica");
        published.run("UPDATE vaiwg.kpi_signal_row SET since = '2026-01-09' WHERE signal_id = 'chart'");
        published.run("SET session_replication_role = origin");
        LocalDate since = AS_AT.minusDays(100 + 118);
        assertThat(rows(engagement, force, "Matter", "Since"))
                .containsExactly(
                        "Rape: told late|" + since.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK)));
        published.signal(
                force,
                "other",
                new SeriesKey("told_late", "daily", "1d", "theme=domestic_abuse"),
                AS_AT,
                "watch",
                "raised");
        assertThat(rows(engagement, force, "Matter"))
                .as("what is watched in another theme is no part of it")
                .containsExactly("Rape: told late", "Domestic abuse: told late");
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
        assertThat(rows(overview, force, "Matter", "What the figures show", "How sure"))
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
    void a_figure_says_of_which_days_it_is_and_how_long_its_cases_had() throws SQLException {
        String force = "periods";
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        published
                .measure("settled_late", "engagement", "share", "down", "CPS: late")
                .readBy("settled_90d", "365d");
        LocalDate raised = AS_AT.minusDays(21);
        SeriesKey key = new SeriesKey("settled_late", "matured_28d", "28d", "");
        published.period(force, key, raised, raised.minusDays(56), 20, 50, 100);
        published.signal(force, "late", key, raised, "act", "raised");
        assertThat(rows(engagement, force, "Matter", "What the figures show", "Do"))
                .containsExactly(
                        "All: CPS: late|50.0% within 28 days (50 of 100 in 28 days to 7 Oct 2026); usual 32.0%, upper limit 39.0%|Act: find the cause");
    }

    @Test
    void a_chart_of_months_names_its_month() throws SQLException {
        String force = "months";
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        published.measure("archived", "engagement", "share", "down", "Archived");
        LocalDate raised = LocalDate.of(2026, 11, 1);
        SeriesKey month = new SeriesKey("archived", "recorded", "1m", "");
        published.period(force, month, raised, LocalDate.of(2026, 10, 1), 20, 50, 100);
        published.period(force, new SeriesKey("archived", "recorded", "28d", ""), raised, raised, 20, 60, 100);
        published.signal(force, "month", month, raised, "watch", "raised");
        assertThat(rows(engagement, force, "Matter", "What the figures show"))
                .containsExactly("All: archived|50.0% (50 of 100 in October 2026); usual 32.0%, upper limit 39.0%");
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

    @Test
    void a_theme_is_not_said_again_before_a_name_that_begins_with_it() throws SQLException {
        LocalDate raised = AS_AT.minusDays(21);
        String force = "third";
        published.snapshot(force, AS_AT, AS_AT.minusYears(3), "all");
        published.measure("da_first_reports", "engagement", "share", "none", "Domestic abuse: first reports");
        published.measure("early_advice", "engagement", "share", "up", "All rapes: early advice");
        int number = 0;
        for (String series : List.of(
                "da_first_reports|lpa=solihull;theme=domestic_abuse",
                "da_first_reports|theme=rape",
                "early_advice|theme=rape",
                "early_advice|theme=domestic_abuse")) {
            String[] parts = series.split("\\|");
            SeriesKey key = new SeriesKey(parts[0], "recorded", "28d", parts[1]);
            published.signal(force, "name" + number++, key, raised, "watch", "raised");
        }
        assertThat(rows(engagement, force, "Matter"))
                .containsExactlyInAnyOrder(
                        "Solihull: domestic abuse: first reports",
                        "Rape: domestic abuse: first reports",
                        "All rapes: early advice",
                        "Domestic abuse: all rapes: early advice");
    }

    private static List<String> rows(JsonNode panel) throws SQLException {
        return rows(panel, FORCE, "Owner's answer", "Link", "answer");
    }

    private static List<String> rows(JsonNode panel, String force, String... columns) throws SQLException {
        String query = panel.at("/targets/0/rawSql")
                .asText()
                .replace("$force", force)
                .replace("$theme", "all")
                .replace("$lpa", "all");
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
