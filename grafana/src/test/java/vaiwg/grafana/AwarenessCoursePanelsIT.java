package vaiwg.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** The course beside its plan, its trial's arms by days at risk and at the evaluations, and what is marked in charts, with the rights of dashboards. */
class AwarenessCoursePanelsIT {
    private static final String FORCE = "west-midlands";
    private static final String OTHER_FORCE = "other";
    private static final LocalDate NOW = LocalDate.of(2026, 7, 1);
    private static final LocalDate EVALUATED = LocalDate.of(2026, 5, 1);

    private static ReportPublication published;
    private static JsonNode dashboard;

    @BeforeAll
    static void publish() throws Exception {
        dashboard = new ObjectMapper()
                .readTree(new Dashboards(ShippedCatalogue.get()).files().get("stalking-easi.json"));
        published = new ReportPublication();
        published.measure("easi_places_filled", "offender_management", "count", "up", "Places");
        for (int days : List.of(30, 90, 180)) {
            published.measure("easi_reoffending_" + days + "d", "offender_management", "share", "down", "Again");
        }
        for (String better : List.of("risk_fell", "distress_better", "functioning_better")) {
            published.measure("easi_trial_" + better, "offender_management", "share", "up", "Better");
        }
        published.snapshot(FORCE, NOW, NOW.minusYears(3), "all");
        places(LocalDate.of(2026, 1, 1), 3);
        places(LocalDate.of(2026, 2, 1), 7);
        places(LocalDate.of(2026, 2, 14), 9);
        places(NOW, 60);
        place("route=conviction", 25);
        place("age=18-24", 3);
        place("age=25-34", 9);
        place("age=35-44", 21);
        place("age=55+", 27);
        place("sex=male", 51);
        place("sex=female", 9);
        place("relationship=ex_intimate", 42);
        place("relationship=acquaintance", 15);
        place("relationship=stranger", 3);
        arms("easi_reoffending_30d", NOW, 6, 60, 9, 60);
        arms("easi_reoffending_90d", NOW, 12, 50, 20, 50);
        arms("easi_reoffending_180d", NOW, 3, 40, 22, 40);
        arms("easi_reoffending_90d", EVALUATED, 5, 31, 9, 32);
        arms("easi_trial_risk_fell", NOW, 24, 40, 14, 40);
        arms("easi_trial_distress_better", NOW, 22, 35, 3, 31);
        arms("easi_trial_functioning_better", NOW, 6, 9, 10, 40);
        target("easi_places_12m", "", "2021-09-01", "null", "null");
        count("easi_places_12m", 60);
        count("easi_controls_12m", 47);
        target("easi_controls_12m", "", "2021-09-01", "null", "null");
        published.withhold();
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void the_plan_begins_with_the_first_place_and_small_numbers_of_places_are_left_out() throws SQLException {
        assertThat(rows("Places on the EASI programme, beside the plan", "metric", "value"))
                .containsExactly(
                        "Plan|0",
                        "Places filled|7",
                        "Plan|8.493150684931507",
                        "After a conviction|25",
                        "Places filled|60",
                        "Plan|49.58904109589041");
    }

    @Test
    void a_small_band_is_withheld_with_the_next_one_which_would_give_it_away() throws SQLException {
        assertThat(rows(
                        "People with a place, by age, sex and relationship",
                        "Of the people with a place",
                        "People",
                        "Share"))
                .containsExactly(
                        "Aged 0–17|0|0",
                        "Aged 18–24|withheld|null",
                        "Aged 25–34|withheld|null",
                        "Aged 35–44|21|35",
                        "Aged 45–54|0|0",
                        "Aged 55 and over|27|45",
                        "Age not recorded|0|0",
                        "Women|9|15",
                        "Men|51|85",
                        "Of another sex|0|0",
                        "Sex not recorded|0|0",
                        "Former partner of the victim|42|70",
                        "Present partner of the victim|0|0",
                        "Family of the victim|0|0",
                        "Acquaintance of the victim|withheld|null",
                        "Stranger to the victim|withheld|null",
                        "Of another relationship|0|0",
                        "Relationship not recorded|0|0");
    }

    /** Whether any are so old is not known where no record says how old. */
    @Test
    void a_breakdown_of_which_nothing_is_published_has_no_row() throws SQLException {
        published.snapshot(OTHER_FORCE, NOW, NOW.minusYears(3), "all");
        for (String slice : List.of("", "sex=male", "sex=female")) {
            SeriesKey key = new SeriesKey("easi_places_filled", "stock", "all", slice);
            published.value(OTHER_FORCE, NOW, key, slice.isEmpty() ? 29 : slice.equals("sex=male") ? 20 : 9, null);
        }
        String query =
                query("People with a place, by age, sex and relationship").asText();
        assertThat(rows(
                        new TextNode(query.replace("$force", OTHER_FORCE)),
                        "Of the people with a place",
                        "People",
                        "Share"))
                .as("and of fewer than thirty there is no share")
                .containsExactly("Women|9|null", "Men|20|null", "Of another sex|0|null", "Sex not recorded|0|null");
    }

    @Test
    void the_plan_is_over_the_time_that_a_sites_own_target_names() throws SQLException {
        target("easi_places_12m", FORCE, "2026-01-01", "'2025-09-01'", "'2026-08-31'");
        try {
            assertThat(rows("Places on the EASI programme, beside the plan", "metric", "value"))
                    .contains("Plan|41.917808219178085", "Plan|83.01369863013699");
            assertThat(rows("People suspected again, by arm of the trial", "As published"))
                    .containsOnly("Now, 1 Jul 2026", "Evaluation 2, 1 May 2026");
        } finally {
            published.run("SET session_replication_role = replica");
            published.run("DELETE FROM vaiwg.kpi_benchmark WHERE force <> ''");
            published.run("SET session_replication_role = origin");
        }
    }

    @Test
    void a_curve_begins_at_nothing_and_has_no_point_of_fewer_than_five() throws SQLException {
        assertThat(rows("People suspected again, by days at risk", "Days at risk", "Treatment", "Control"))
                .containsExactly("0|0|0", "30|10|15", "90|24|40");
    }

    @Test
    void an_evaluation_has_the_figures_of_the_end_of_its_third() throws SQLException {
        assertThat(rows(
                        "People suspected again, by arm of the trial",
                        "As published",
                        "Followed up for",
                        "Control: people",
                        "Difference (95 % interval)"))
                .containsExactly(
                        "Now, 1 Jul 2026|90 days at risk|50|-16.0 points (-32.9 to +2.3)",
                        "Now, 1 Jul 2026|180 days at risk|null|withheld",
                        "Evaluation 1, 1 May 2026|90 days at risk|32|-12.0 points (-31.5 to +8.7)");
    }

    @Test
    void risk_and_scores_of_the_arms_are_beside_one_another_without_what_is_of_fewer_than_five() throws SQLException {
        assertThat(rows(
                        "Risk and scores, by arm of the trial",
                        "Since the selection",
                        "Treatment: people",
                        "Share",
                        "Control: people",
                        "Share (control)"))
                .containsExactly(
                        "Of those assessed again: risk lower|40|60|40|35",
                        "Of those assessed again: distress better|35|62.857142857142854|null|null",
                        "Of those assessed again: functioning better|null|null|40|25");
    }

    @Test
    void each_arm_in_twelve_months_is_beside_its_target() throws SQLException {
        assertThat(rows("Stalking and harassment in figures", "Figure", "Now", "Target or baseline"))
                .contains(
                        "EASI programme: places in a year ↑ · whole force · all themes|60|100 target",
                        "EASI trial: control arm ↑ · whole force · all themes|47|100 target");
    }

    @Test
    void entries_of_one_day_are_one_mark_in_charts_a_line_each() throws SQLException {
        commitment(1, "One", "easi_completion");
        commitment(2, "Two", "charge_rate:theme=rape left_since");
        commitment(3, "Of others", "decision_told");
        JsonNode marks = StreamSupport.stream(dashboard.at("/annotations/list").spliterator(), false)
                .filter(one -> one.get("name").asText().equals("Recommendations, plan and posts"))
                .findFirst()
                .orElseThrow();
        assertThat(rows(marks.at("/target/rawSql"), "text")).containsExactly("One (in July)<br>Two (in July)");
        published.run("SET session_replication_role = replica");
        published.run("UPDATE vaiwg.kpi_commitment SET day = '2021-03-01' WHERE id = 'id1'");
        published.run("SET session_replication_role = origin");
        assertThat(rows(marks.at("/target/rawSql"), "time", "text"))
                .as("what came before the time of the chart is at its beginning")
                .satisfiesExactly(
                        mark -> assertThat(mark).matches("2023-(06-30|07-01).*One \\(in July\\)"),
                        mark -> assertThat(mark).endsWith("|Two (in July)"));
    }

    private static void places(LocalDate asAt, int filled) throws SQLException {
        published.value(FORCE, asAt, new SeriesKey("easi_places_filled", "stock", "all", ""), filled, null);
    }

    private static void place(String slice, int people) throws SQLException {
        published.value(FORCE, NOW, new SeriesKey("easi_places_filled", "stock", "all", slice), people, null);
    }

    private static void count(String kpi, int people) throws SQLException {
        published
                .measure(kpi, "offender_management", "count", "up", "Twelve months")
                .readBy("recorded", "365d");
        published.value(FORCE, NOW, new SeriesKey(kpi, "recorded", "365d", ""), people, null);
    }

    private static void arms(String kpi, LocalDate asAt, int again, int people, int controlAgain, int controls)
            throws SQLException {
        published.value(FORCE, asAt, new SeriesKey(kpi, "stock", "all", "arm=treatment"), again, people);
        published.value(FORCE, asAt, new SeriesKey(kpi, "stock", "all", "arm=control"), controlAgain, controls);
    }

    private static void target(String kpi, String force, String validFrom, String from, String to) throws SQLException {
        published.run(
                "INSERT INTO vaiwg.kpi_benchmark (publication, edition, since, force, kpi, slice, kind, name, valid_from, stated,"
                        + " unit, first_day, last_day, reason, source, quote) VALUES (1, 1, '-infinity', '" + force
                        + "', '"
                        + kpi
                        + "', '', 'target', 'Plan', '" + validFrom + "', 100, 'count', " + from + ", " + to
                        + ", '', 'the source', '')");
    }

    private static void commitment(int place, String text, String measures) throws SQLException {
        published.run(
                "INSERT INTO vaiwg.kpi_commitment (publication, edition, since, force, id, register, place, number, set_title, body,"
                        + " addressed, owner, day, when_said, measures, reason, section) VALUES (1, 1, '-infinity', '"
                        + FORCE + "', 'id"
                        + place
                        + "', 'recommendation', " + place + ", 1, 'An inspection', '" + text
                        + "', '', '', '2026-07-16', 'in July', '" + measures + "', '', '2.2.2')");
    }

    private static List<String> rows(String title, String... columns) throws SQLException {
        return rows(query(title), columns);
    }

    private static JsonNode query(String title) {
        return StreamSupport.stream(dashboard.get("panels").spliterator(), false)
                .filter(one -> one.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .at("/targets/0/rawSql");
    }

    private static List<String> rows(JsonNode query, String... columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = published.anotherConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE vaiwg_dashboard");
            try (ResultSet row = statement.executeQuery(
                    query.asText().replace("$force", FORCE).replace("$__timeFrom()", "'2023-07-01'"))) {
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
