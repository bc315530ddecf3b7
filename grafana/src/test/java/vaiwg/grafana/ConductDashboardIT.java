package vaiwg.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** What the dashboard of conduct asks, asked of a database with the rights of its login. */
class ConductDashboardIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);
    /** Days of January 2025 with a conduct matter. */
    private static final List<Integer> DAYS = List.of(1, 2, 4, 5, 8, 10, 11, 13, 16, 18, 19, 21, 24, 26);

    private static final Map<String, String> FIRST_CHOICE = Map.of("$force", FORCE, "$__timeFrom()", "'2023-11-27'");

    private static ReportPublication published;
    private static JsonNode dashboard;

    @BeforeAll
    static void publish() throws Exception {
        dashboard = new ObjectMapper()
                .readTree(new Dashboards(ShippedCatalogue.get()).conductFiles().get("conduct.json"));
        published = new ReportPublication();
        published.measure("police_complaints", "our_behaviour", "count", "none", "-");
        published.measure("police_conduct", "our_behaviour", "count", "none", "-");
        published.measure("police_suspect_attrition", "our_behaviour", "share", "none", "-");
        published.measure("police_suspect_charge", "our_behaviour", "share", "none", "-");
        value("police_complaints", "recorded", "365d", AS_AT, 4, null);
        value("police_conduct", "recorded", "365d", AS_AT, 17, null);
        value("police_conduct", "recorded", "365d", AS_AT.minusDays(365), 12, null);
        value("police_suspect_attrition", "settled_180d", "365d", AS_AT, 20, 40);
        value("police_suspect_attrition", "settled_180d", "365d", AS_AT.minusDays(28), 10, 40);
        value("police_suspect_attrition", "settled_180d", "365d", AS_AT.minusDays(56), 3, 40);
        value("police_suspect_attrition", "settled_180d", "365d", AS_AT.minusDays(84), 30, 40);
        value("police_suspect_charge", "settled_180d", "365d", AS_AT, 38, 40);
        value("police_complaints", "recorded", "90d", AS_AT, 3, null);
        value("police_complaints", "recorded", "90d", AS_AT.minusDays(90), 6, null);
        value("police_conduct", "recorded", "90d", AS_AT.minusDays(90), 7, null);
        for (int days : List.of(0, 28, 56, 84, 90, 365)) {
            published.snapshot(FORCE, AS_AT.minusDays(days), AS_AT.minusYears(3), "all");
        }
        SeriesKey matters = new SeriesKey("police_conduct", "recorded", "", "");
        published.day(FORCE, matters, LocalDate.of(2025, 1, 1), 1, null);
        published.run("UPDATE vaiwg.kpi_day_month SET numerators = ARRAY"
                + IntStream.rangeClosed(1, 31)
                        .mapToObj(day -> DAYS.contains(day) ? 1 : 0)
                        .toList()
                + " WHERE month = '2025-01-01'");
        published.day(FORCE, matters, LocalDate.of(2026, 6, 1), 2, null);
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void every_question_is_answered_with_the_rights_of_conduct_and_figures_are_rejected_to_readers() throws Exception {
        List<String> questions = new ArrayList<>();
        dashboard.findValues("rawSql").forEach(query -> questions.add(query.asText()));
        dashboard
                .at("/templating/list")
                .forEach(variable -> questions.add(variable.get("query").asText()));
        for (String question : questions) {
            ask("vaiwg_conduct", question);
        }
        assertThat(questions)
                .filteredOn(query -> query.contains("_conduct"))
                .hasSizeGreaterThan(5)
                .allSatisfy(query -> assertThatThrownBy(() -> ask("vaiwg_reader", query))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied"));
        assertThat(ask("vaiwg_conduct", dashboard.at("/templating/list/0/query").asText()))
                .containsExactly(Map.of("force", FORCE));
    }

    @Test
    void figures_of_fewer_than_five_are_withheld_and_never_0() throws Exception {
        Map<Object, Map<String, Object>> figures = new LinkedHashMap<>();
        for (Map<String, Object> row : answer("All figures of conduct")) {
            figures.put(row.get("Figure"), row);
        }
        assertThat(figures.get("Complaints flagged VAIWG ↕"))
                .containsEntry("Now", "fewer than 5")
                .containsEntry("Count", "withheld")
                .containsEntry("In a year", "–");
        assertThat(figures.get("Conduct matters flagged VAIWG ↕"))
                .containsEntry("Now", "17")
                .containsEntry("Count", "in 12 months")
                .containsEntry("In a year", "+5");
        assertThat(figures.get("Police suspect: charged ↕"))
                .as("38 of 40: two were not")
                .containsEntry("Now", "withheld")
                .containsEntry("Count", "fewer than 5 on one side");
        Map<String, Object> shown = figures.get("Police suspect: victim attrition ↕");
        assertThat(shown).containsEntry("Now", "50.0%").containsEntry("Count", "20 of 40");
        assertThat((String) shown.get("Two years, by 28 days"))
                .as("3 of 40 is a gap in the line")
                .endsWith("null, 75.00, null, 25.00, 50.00]");
    }

    @Test
    void a_period_with_fewer_than_five_differs_from_one_with_none() throws Exception {
        List<Map<String, Object>> periods = answer("Complaints and conduct matters, by 90 days");
        assertThat(periods).hasSize(12);
        assertThat(periods.get(0))
                .containsEntry("90 days to", "25 Nov 2026")
                .containsEntry("Complaints flagged VAIWG", "fewer than 5")
                .containsEntry("Conduct matters flagged VAIWG", "none")
                .containsEntry("Complaints, use of force alone", "–");
        assertThat(periods.get(1))
                .containsEntry("Complaints flagged VAIWG", "6")
                .containsEntry("Conduct matters flagged VAIWG", "7");
        assertThat(periods.get(2)).as("a night without a snapshot").containsEntry("Conduct matters flagged VAIWG", "–");
    }

    /** The limits of a t chart (Nelson), made here from the days alone. */
    @Test
    void days_between_events_stand_between_limits_made_of_the_first_year() throws Exception {
        Map<String, List<Double>> lines = new LinkedHashMap<>();
        for (Map<String, Object> point : answer("Days between: conduct matters flagged VAIWG")) {
            lines.computeIfAbsent((String) point.get("metric"), name -> new ArrayList<>())
                    .add((Double) point.get("value"));
        }
        double[] times = IntStream.range(1, DAYS.size())
                .mapToDouble(i -> DAYS.get(i) - DAYS.get(i - 1))
                .toArray();
        double[] powers = IntStream.range(0, times.length)
                .mapToDouble(i -> Math.pow(times[i], 1 / 3.6))
                .toArray();
        double centre = IntStream.range(0, powers.length)
                .mapToDouble(i -> powers[i])
                .average()
                .orElseThrow();
        double moved = IntStream.range(1, powers.length)
                .mapToDouble(i -> Math.abs(powers[i] - powers[i - 1]))
                .average()
                .orElseThrow();
        double longest = 491;

        assertThat(lines.get("Days since the one before"))
                .hasSize(DAYS.size())
                .endsWith(2.0, longest)
                .startsWith(1.0, 2.0, 1.0, 3.0);
        assertThat(lines.get("Usual"))
                .allSatisfy(usual -> assertThat(usual).isCloseTo(Math.pow(centre, 3.6), within(0.051)));
        assertThat(lines.get("Upper limit"))
                .allSatisfy(upper ->
                        assertThat(upper).isCloseTo(Math.pow(centre + 3 * moved / 1.128, 3.6), within(0.051)));
        assertThat(lines.get("Outside usual variation")).containsExactly(longest);
    }

    /** Twelve times of the first year have a centre of almost two days; since then none came for months, then eight the day after. */
    @Test
    void professional_standards_are_told_when_eight_times_in_a_row_are_shorter_than_usual() throws Exception {
        assertThat(moreOften()).as("the newest time is 491 days").isZero();

        SeriesKey matters = new SeriesKey("police_conduct", "recorded", "", "");
        published.run("BEGIN");
        try {
            published.day(FORCE, matters, LocalDate.of(2026, 11, 1), 1, null);
            published.run("UPDATE vaiwg.kpi_day_month SET numerators = ARRAY" + november(18, 25)
                    + " WHERE month = '2026-11-01'");
            assertThat(moreOften()).as("seven of one day, and one of months").isZero();
            published.run("UPDATE vaiwg.kpi_day_month SET numerators = ARRAY" + november(17, 25)
                    + " WHERE month = '2026-11-01'");
            assertThat(moreOften()).as("eight of one day").isOne();
            published.run("UPDATE vaiwg.kpi_day_month SET numerators = ARRAY" + november(15, 23)
                    + " WHERE month = '2026-11-01'");
            assertThat(moreOften()).as("none for three days since").isZero();
        } finally {
            published.run("ROLLBACK");
        }
    }

    private static List<Integer> november(int first, int last) {
        return IntStream.rangeClosed(1, 30)
                .map(day -> day >= first && day <= last ? 1 : 0)
                .boxed()
                .toList();
    }

    private static int moreOften() throws Exception {
        JsonNode rules = new ObjectMapper()
                .readTree(new Dashboards(ShippedCatalogue.get()).conductAlerts().get("rules.json"))
                .at("/groups/0/rules");
        int moreOften = -1;
        for (JsonNode rule : rules) {
            String question = rule.at("/data/0/model/rawSql").asText();
            List<Map<String, Object>> answer = ask("vaiwg_conduct", question);
            if (question.contains("'police_conduct'")) {
                assertThat(answer)
                        .singleElement()
                        .satisfies(row -> assertThat(row).containsEntry("force", FORCE));
                moreOften = (Integer) answer.get(0).get("more_often");
            } else {
                assertThat(answer).as(rule.path("title").asText()).isEmpty();
            }
        }
        return moreOften;
    }

    private static void value(
            String kpi, String basis, String window, LocalDate asAt, int numerator, Integer denominator)
            throws SQLException {
        published.value(FORCE, asAt, new SeriesKey(kpi, basis, window, ""), numerator, denominator);
    }

    private static List<Map<String, Object>> answer(String title) throws SQLException {
        for (JsonNode panel : dashboard.path("panels")) {
            if (panel.path("title").asText().equals(title)) {
                return ask("vaiwg_conduct", panel.at("/targets/0/rawSql").asText());
            }
        }
        throw new AssertionError("no panel " + title);
    }

    private static List<Map<String, Object>> ask(String role, String question) throws SQLException {
        String sql = question;
        for (Map.Entry<String, String> chosen : FIRST_CHOICE.entrySet()) {
            sql = sql.replace(chosen.getKey(), chosen.getValue());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        published.run("SET ROLE " + role);
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
                }
                rows.add(values);
            }
        } finally {
            published.run("RESET ROLE");
        }
        return rows;
    }
}
