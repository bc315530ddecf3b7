package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.ForceTitles;
import vaiwg.kpis.reference.PlaceNames;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.suppression.PeopleCount;

/** What the login of dashboards sees of rows, withheld ones among them; which those are is in {@code WithheldRowsIT}. */
class DashboardViewsIT extends InTransaction {
    private static final String MONTH = "2026-11-01";
    private static final String DAY = "2026-11-02";

    /** All territorial forces, and the one of the railways. */
    private static final String FORCES = """
            avon-and-somerset bedfordshire btp cambridgeshire cheshire city-of-london cleveland cumbria
            derbyshire devon-and-cornwall dorset durham dyfed-powys essex gloucestershire greater-manchester
            gwent hampshire hertfordshire humberside kent lancashire leicestershire lincolnshire merseyside
            metropolitan norfolk north-wales north-yorkshire northamptonshire northern-ireland northumbria
            nottinghamshire south-wales south-yorkshire staffordshire suffolk surrey sussex thames-valley
            warwickshire west-mercia west-midlands west-yorkshire wiltshire
            """;

    private static Database database;

    private final Map<String, Integer> series = new TreeMap<>();

    @Override
    Database database() {
        return database;
    }

    @BeforeAll
    static void migrate() throws SQLException {
        database = TestServer.newDatabase();
    }

    @BeforeEach
    void begin() throws SQLException {
        run("SET search_path TO vaiwg");
        run("INSERT INTO kpi_publication VALUES (1, now(), 'the first', '2026-10-01', '-', 1)");
        run("""
                INSERT INTO kpi_dictionary VALUES
                  (1, 1, '-infinity', 'infinity', 'ended', 'criminal_justice', 't', 'd', 'share', 'down', 'o', 's', 'h', 'share', 30, false, null),
                  (1, 1, '-infinity', 'infinity', 'charged', 'criminal_justice', 't', 'd', 'share', 'up', 'o', 's', 'h', 'share', 30, false, null),
                  (1, 1, '-infinity', 'infinity', 'recorded', 'recording', 't', 'd', 'crimes', 'none', 'o', 's', 'h', 'count', 0, false, null),
                  (1, 1, '-infinity', 'infinity', 'recorded_offences', 'intelligence', 't', 'd', 'crimes', 'none', 'o', 's', 'h', 'count', 0, false, null),
                  (1, 1, '-infinity', 'infinity', 'hours', 'intelligence', 't', 'd', 'hours', 'none', 'o', 's', 'h', 'percentile', 30, false, null),
                  (1, 1, '-infinity', 'infinity', 'conduct', 'our_behaviour', 't', 'd', 'share', 'none', 'o', 's', 'h', 'share', 5, true, null)
                """);
        for (String asAt : List.of("2026-10-01", "2026-10-04", MONTH, DAY)) {
            run(
                    "INSERT INTO kpi_snapshot(publication, force, as_at, kind, granularity, daily_from, complete, row_count, digest,"
                            + " data_through, catalogue, history_from) VALUES (1, 'f', '" + asAt
                            + "', 'published', 'all', null, true, 100, '-', '{}', '-', '2023-01-01')");
        }
    }

    @Test
    void the_group_of_dashboards_reads_its_views_and_no_table_of_figures() throws SQLException {
        assertThat(readable())
                .containsExactly(
                        "board_address",
                        "kpi_benchmark",
                        "kpi_commitment",
                        "kpi_feed",
                        "kpi_funnel_dashboard",
                        "kpi_group_dashboard",
                        "kpi_limit_dashboard",
                        "kpi_matter_dashboard",
                        "kpi_measure",
                        "kpi_note",
                        "kpi_publication",
                        "kpi_rebase",
                        "kpi_revision_dashboard",
                        "kpi_snapshot",
                        "kpi_state_dashboard",
                        "kpi_value_dashboard",
                        "kpi_verdict_dashboard",
                        "late_event_day");
        run("SET ROLE vaiwg_dashboard");
        for (String rejected : List.of(
                "SELECT * FROM kpi_value",
                "SELECT * FROM kpi_value_row",
                "SELECT * FROM kpi_day",
                "SELECT * FROM board_report_file",
                "INSERT INTO kpi_rebase DEFAULT VALUES")) {
            assertRejected(rejected, "permission denied");
        }
    }

    @Test
    void a_count_below_five_is_in_no_column_that_dashboards_may_read() throws SQLException {
        for (int number = 0; number < 8; number++) {
            value("ended", "28d", "lpa=" + number + ";theme=rape", MONTH, number, 3 * number + 1);
            value("recorded", "28d", "theme=rape", "w" + number, DAY, number, null);
        }
        funnel();
        blocks("recorded", "theme=rape", "xmr", 3, 9, 4, 12);
        run(
                "INSERT INTO kpi_signal_row VALUES (3, 9, 1, '2026-11-01', '2026-10-31', '2026-10-01', 3, 1, false, 'f', 's', 'ended',"
                        + " 'daily', '1d', '', 'daily_fall', 'watch', 'raised', 'rarely', '3 outcomes')");
        run(
                "INSERT INTO kpi_dictionary VALUES (1, 1, '-infinity', 'infinity', 'easi_reoffending', 'offender_management', 't', 'd', 'share',"
                        + " 'down', 'o', 's', 'h', 'share', 5, false, null)");
        value("easi_reoffending", "all", "arm=treatment;days=180d", MONTH, 3, 40);
        value("easi_reoffending", "all", "arm=control;days=180d", MONTH, 13, 40);
        List<String> numbers = rows("""
                SELECT relname || '.' || attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                WHERE relnamespace = 'vaiwg'::regnamespace AND relkind IN ('r', 'v') AND has_table_privilege('vaiwg_dashboard', c.oid, 'SELECT')
                  AND atttypid IN ('int'::regtype, 'bigint'::regtype, 'numeric'::regtype, 'double precision'::regtype)
                  AND attname !~ '^(blocks|minimum_n|place_order|row_order|row_count|version|target)$' AND relname <> 'late_event_day'
                """);
        run("SET ROLE vaiwg_dashboard");
        assertThat(numbers).hasSizeGreaterThan(30);
        for (String number : numbers) {
            String[] names = number.split("\\.");
            assertThat(rows("SELECT * FROM " + names[0] + " WHERE " + names[1] + " BETWEEN 1 AND 4"))
                    .as(number)
                    .isEmpty();
        }
        assertThat(
                        rows(
                                "SELECT count(*) FILTER (WHERE numerator >= 5), count(*) FILTER (WHERE suppressed) FROM kpi_value_dashboard"))
                .as("there is something to see, and something that is not seen")
                .noneMatch(counts -> counts.matches("0\\|.*|.*\\|0"));
    }

    /** In each function that panels ask, of what is chosen, else of the theme, else of all; with the rights of who asks. */
    @Test
    void panels_read_a_figure_by_the_first_slice_that_is_published_and_say_which_it_is() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run(
                "UPDATE kpi_dictionary SET read_basis = 'recorded', read_window = '28d', short_title = 'Ended' WHERE kpi = 'ended'");
        value("ended", "28d", "", DAY, 40, 100);
        value("ended", "28d", "theme=rape", DAY, 30, 60);
        value("ended", "28d", "lpa=a;theme=rape", MONTH, 2, 50);
        value("ended", "28d", "theme=stalking", DAY, 9, 18);
        run("SET ROLE vaiwg_dashboard");
        String of = "SELECT name, now, counted FROM dashboard_figure('f', '%s', '%s', ARRAY['ended'])";
        assertThat(rows(of.formatted("all", "all"))).containsExactly("Ended (lower is better)|40.0%|40 of 100");
        assertThat(rows(of.formatted("rape", "all"))).containsExactly("Ended (lower is better)|50.0%|30 of 60");
        assertThat(rows(of.formatted("stalking", "all")))
                .containsExactly("Ended (lower is better)|9 of 18|too few for a share");
        assertThat(rows(of.formatted("rape", "b")))
                .containsExactly("Ended (lower is better), whole force|50.0%|30 of 60");
        assertThat(rows(of.formatted("domestic_abuse", "all")))
                .containsExactly("Ended (lower is better), all themes|40.0%|40 of 100");
        assertThat(rows(of.formatted("vaiwg_female", "all")))
                .containsExactly("Ended (lower is better)|40.0%|40 of 100");
        assertThat(rows(of.formatted("rape", "a")))
                .as("as it is kept, at the beginning of a month, without its numbers")
                .containsExactly(
                        "Ended (lower is better), as at 1 November 2026|suppressed|under 5 people, or disclosure");
        assertThat(rows("SELECT * FROM dashboard_figure('f', 'all', 'all', ARRAY['conduct'])"))
                .isEmpty();
        assertThat(rows("SELECT * FROM dashboard_matter('f', 'all', 'all')")).isEmpty();
    }

    /** Of rapes that are flagged as domestic abuse it is another share than of all domestic abuse, by the same name. */
    @Test
    void a_figure_of_domestic_abuse_says_of_which_other_theme_it_is() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run(
                "UPDATE kpi_dictionary SET read_basis = 'recorded', read_window = '28d', short_title = 'DA: ended' WHERE kpi = 'ended'");
        value("ended", "28d", "", DAY, 40, 100);
        value("ended", "28d", "theme=rape", DAY, 30, 60);
        value("ended", "28d", "theme=domestic_abuse", DAY, 40, 100);
        String of = "SELECT name FROM dashboard_figure('f', '%s', 'all', ARRAY['ended'])";
        assertThat(rows(of.formatted("rape"))).containsExactly("DA: ended (lower is better), rape alone");
        assertThat(rows(of.formatted("domestic_abuse"))).containsExactly("DA: ended (lower is better)");
        assertThat(rows(of.formatted("all"))).containsExactly("DA: ended (lower is better)");
    }

    /** Nor does its chart say "all victims" where female victims are chosen, as that of another figure does. */
    @Test
    void what_is_of_women_and_girls_alone_says_so() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run("UPDATE kpi_dictionary SET read_basis = 'recorded', read_window = '28d', short_title = 'Ended',"
                + " title = 'Ended, of women and girls' WHERE kpi = 'ended'");
        value("ended", "28d", "", DAY, 40, 100);
        assertThat(rows("SELECT name FROM dashboard_figure('f', 'all', 'all', ARRAY['ended'])"))
                .containsExactly("Ended (lower is better), women and girls");
        assertThat(rows("SELECT dashboard_whose('Offences against girls in schools'), dashboard_whose('Rape')"))
                .containsExactly(", girls|");
    }

    /** A state stands beside its own figure alone: there are no charts of female victims. */
    @Test
    void women_and_girls_are_beside_all_victims_whose_state_it_is() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run(
                "UPDATE kpi_dictionary SET read_basis = 'recorded', read_window = '28d', short_title = 'Ended' WHERE kpi = 'ended'");
        value("ended", "28d", "", DAY, 40, 100);
        value("ended", "28d", "theme=rape", DAY, 30, 60);
        value("ended", "28d", "theme=vaiwg_female", DAY, 20, 80);
        value("ended", "28d", "sex=female;theme=rape", MONTH, 30, 50);
        ofYear("sex=female;theme=rape", 100);
        run(
                "INSERT INTO kpi_verdict_row (series_id, as_at, since, publication, side, few, state, target, why, what, figures, signals)"
                        + " SELECT series_id, '" + DAY + "', '" + MONTH
                        + "', 1, 1, false, 'act', 'none', 'figure', 'More', '40', ''"
                        + " FROM kpi_series WHERE kpi = 'ended' AND slice = ''");
        run("SET ROLE vaiwg_dashboard");
        String of =
                "SELECT women, now, split_part(verdict, '|', 2), asks, size FROM dashboard_figure('f', '%s', '%s', ARRAY['ended'])";
        assertThat(rows(of.formatted("vaiwg_female", "all"))).containsExactly("25.0%|40.0%|Act|1|40");
        assertThat(rows(of.formatted("all", "all"))).containsExactly("25.0%|40.0%|Act|1|40");
        assertThat(rows(of.formatted("rape", "all")))
                .as("by theme at the beginning of a month, and so with its day")
                .containsExactly("60.0% (as at 1 Nov)|50.0%|Not judged|6|30");
        assertThat(rows(of.formatted("all", "a"))).containsExactly("–|40.0%|Act|1|40");
    }

    @ParameterizedTest
    @CsvSource({
        "act, none, 1",
        "act, short, 1",
        "watch, meets, 2",
        "improving, short, 3",
        "no_change, short, 3",
        "improving, none, 4",
        "no_change, meets, 5",
        "too_few, none, 6"
    })
    void what_asks_for_more_is_said_first(String state, String target, String place) throws SQLException {
        assertThat(rows("SELECT dashboard_asks(dashboard_verdict('" + state + "', '" + target + "', 'figure'))"))
                .containsExactly(place);
    }

    /** What is short of its target is mostly none of the figures of page 1. */
    @Test
    void main_figures_begin_with_what_asks_to_act_then_what_is_short_and_say_how_many_more_are() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run("UPDATE kpi_dictionary SET place = 'headline', place_order = 1, place_name = 'Ended' WHERE kpi = 'ended'");
        value("ended", "28d", "", DAY, 40, 100);
        for (int duty = 1; duty <= 5; duty++) {
            run(
                    "INSERT INTO kpi_dictionary VALUES (1, 1, '-infinity', 'infinity', 'duty%1$d', 'criminal_justice', 'Duty %1$d', 'd', 'share',"
                                    .formatted(duty)
                            + " 'up', 'o', 's', 'h', 'share', 30, false, null)");
            run(
                    "INSERT INTO kpi_benchmark VALUES (1, 1, '2026-10-01', 'infinity', '', 'duty%d', '', 'target', 'each', '2021-09-01', 100,"
                                    .formatted(duty)
                            + " 'percent', null, null, '', 's', '')");
            value("duty" + duty, "28d", "", DAY, 30 + duty, 100);
        }
        run(
                "UPDATE kpi_dictionary SET read_basis = 'recorded', read_window = '28d' WHERE kpi = 'ended' OR kpi LIKE 'duty%'");
        run(
                "INSERT INTO kpi_verdict_row (series_id, as_at, publication, side, few, state, target, why, what, figures, signals)"
                        + " SELECT series_id, '" + DAY
                        + "', 1, 0, false, 'no_change', CASE kpi WHEN 'duty5' THEN 'meets' ELSE 'short' END, 'figure', 'Short', '31', ''"
                        + " FROM kpi_series WHERE kpi LIKE 'duty%'");
        run("SET ROLE vaiwg_dashboard");
        String of = "SELECT name, split_part(verdict, '|', 2), target FROM dashboard_main('f', 'all', 'all', '%s', %d)";
        assertThat(rows(of.formatted("all", 8)))
                .as("three others than those of page 1, the largest first; one that meets its target is none of either")
                .containsExactly(
                        "Duty 4 (higher is better)|Short of target|100%",
                        "Duty 3 (higher is better)|Short of target|100%",
                        "Duty 2 (higher is better)|Short of target|100%",
                        "and 1 more short of target||",
                        "Ended (lower is better)|Not judged|null");
        assertThat(rows(of.formatted("criminal_justice", 2)))
                .as("of one area each counts")
                .containsExactly(
                        "Duty 4 (higher is better)|Short of target|100%",
                        "Duty 3 (higher is better)|Short of target|100%", "and 2 more short of target||");
        run("RESET ROLE");
        run(
                "INSERT INTO kpi_verdict_row (series_id, as_at, since, publication, side, few, state, target, why, what, figures, signals)"
                        + " SELECT series_id, '" + DAY + "', '" + MONTH
                        + "', 1, 1, false, 'act', 'none', 'figure', 'More', '40', ''"
                        + " FROM kpi_series WHERE kpi = 'ended'");
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows(of.formatted("all", 8)))
                .as("what asks to act stands before what is short of its target")
                .startsWith("Ended (lower is better)|Act|null", "Duty 4 (higher is better)|Short of target|100%");
    }

    /** A share of those that record a stage says nothing without how many do, and a window nothing without its days. */
    @Test
    void a_table_of_stages_begins_with_its_days_and_how_many_outcomes_record_one() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        for (String kpi : List.of("withdrawal_stage", "withdrawal_reason_recorded")) {
            run("INSERT INTO kpi_dictionary VALUES (1, 1, '-infinity', 'infinity', '" + kpi
                    + "', 'criminal_justice', 't', 'd', 'share', 'none', 'o', 's', 'h', 'share', 30, false, null)");
        }
        run("UPDATE kpi_dictionary SET dimension = 'stage', dimension_values = E'stage=a\\tBefore\\nstage=b\\tAfter'"
                + " WHERE kpi = 'withdrawal_stage'");
        value("withdrawal_reason_recorded", "28d", "", "assigned", DAY, 95, 120);
        value("withdrawal_stage", "28d", "stage=a", "assigned", DAY, 60, 100);
        value("withdrawal_stage", "28d", "stage=b", "assigned", DAY, 40, 100);
        value("withdrawal_reason_recorded", "365d", "", "assigned", DAY, 995, 1200);
        value("withdrawal_stage", "365d", "stage=a", "assigned", DAY, 250, 1000);
        run("SET ROLE vaiwg_dashboard");
        String of = "SELECT * FROM dashboard_ended('f', 'withdrawal_stage', '%s', 'all')";
        assertThat(rows(of.formatted("all")))
                .containsExactly(
                        "Outcome 16 assigned|5 Oct to 1 Nov 2026|–|2 Nov 2025 to 1 Nov 2026|",
                        "On record, of all outcomes 16|100 of 120|–|1,000 of 1,200|",
                        "Before|60.0%|–|25.0%|60 of 100",
                        "After|40.0%|–|–|40 of 100");
        assertThat(rows(of.formatted("vaiwg_female")))
                .as("of female victims it is not told apart")
                .contains("On record, of all outcomes 16, all victims|100 of 120|–|1,000 of 1,200|");
        assertThat(rows(of.formatted("rape"))).containsExactly("Before|–|–|–|–", "After|–|–|–|–");
    }

    @Test
    void what_is_said_of_the_snapshot_is_of_the_one_that_tables_have() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run(
                "UPDATE kpi_snapshot SET kind = 'reconstructed', data_through = '{\"source\": \"MIXED\", \"sources\": [\"SYNTHETIC\", \"LOAD\"]}'"
                        + " WHERE as_at = '" + DAY + "'");
        run("INSERT INTO kpi_stream_row (as_at, publication, force, stream, state, sentence, kpis) VALUES ('" + DAY
                + "', 1, 'f', 'outcome', 'silent', '', '')");
        run("INSERT INTO kpi_feed_row VALUES (now(), now(), 'all', 'outcome')");
        run(
                "INSERT INTO kpi_snapshot (publication, force, as_at, kind, granularity, complete, row_count, digest, data_through, catalogue)"
                        + " VALUES (1, 'old', '2000-01-01', 'published', 'all', true, 1, '-', '{\"sources\": [\"FEED\"]}', '-')");
        run("SET ROLE vaiwg_dashboard");
        String of = "SELECT name, value FROM dashboard_snapshot('%s') ORDER BY place, value";
        assertThat(rows(of.formatted("f")))
                .filteredOn(row -> !row.startsWith("snapshot|"))
                .containsExactly(
                        "as at|As at 2 Nov 2026",
                        "data|Loaded files",
                        "data|SYNTHETIC DATA",
                        "latest snapshot|Reconstructed",
                        "streams|1 stream not as usual");
        assertThat(rows(of.formatted("old")))
                .containsExactly("as at|As at 1 Jan 2000", "snapshot|Over 30 hours old", "data|Live feed");
        assertThat(rows(of.formatted("none"))).isEmpty();
    }

    /** Of an action a later note that leaves out its words and its day leaves them as they were; what was done, or is another's, is not owed. */
    @Test
    void a_lead_owes_actions_that_are_not_done_and_promises_that_are_behind() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        said(1, "action/2026-09/1", "'Review the files'", "null", "'o'", "'2026-10-20'", "null");
        said(2, "action/2026-09/1", "null", "null", "null", "null", "null");
        said(1, "action/2026-09/2", "'Write to the CPS'", "null", "'o'", "'2026-10-20'", "null");
        said(2, "action/2026-09/2", "null", "null", "null", "null", "'2026-10-19'");
        said(1, "action/2026-09/3", "'Meet the courts'", "null", "'another'", "'2026-10-20'", "null");
        said(1, "action/2026-11/1", "'Name a deputy'", "null", "'o'", "'2026-12-01'", "null");
        for (String id : List.of("train", "hire")) {
            run(
                    "INSERT INTO kpi_commitment VALUES (1, 1, '2026-10-01', 'infinity', 'f', '%1$s', 'step', 1, 1, 'Delivery plan', '2 %1$s all', '',"
                                    .formatted(id)
                            + " 'o', null, 'no date', 'ended', '', '1.1')");
            said(1, "commitment/" + id, "null", "'behind'", "null", "null", "null");
        }
        said(2, "commitment/hire", "null", "'on_course'", "null", "null", "null");
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows("SELECT what, asked, ask, said FROM dashboard_owed('f', 'criminal_justice')"))
                .containsExactly(
                        "Review the files|Asked by the Board in September 2026|Do what was asked|13 days late. Not done; was due 20 Oct 2026",
                        "Name a deputy|Asked by the Board in November 2026|Do what was asked|Not done; due 1 Dec 2026",
                        "train all|Delivery plan|Keep the promise|Said to be behind, 10 Oct 2026");
        assertThat(rows("SELECT dashboard_first('f', 'all', 'all', 'criminal_justice')"))
                .containsExactly("2 reports or actions owed, 1 of them late; 1 promise behind");
        assertThat(rows("SELECT * FROM dashboard_owed('f', 'none')")).isEmpty();
    }

    /** Of the register and of notes alike; the newest note holds, and one without what was done takes it back. */
    @Test
    void what_was_done_is_drawn_on_the_chart_that_it_names_and_on_no_other() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run(
                "INSERT INTO kpi_commitment VALUES (1, 1, '2026-10-01', 'infinity', 'f', 'calls', 'intervention', 1, 1, 'What was done', 'Calls', '',"
                        + " 'o', '2026-05-01', '', 'charged', '', 'memo')");
        said(1, "intervention/2026-05-01/charged:theme=rape/north_east", "'Packs'", "null", "null", "null", "null");
        said(2, "intervention/2026-05-01/charged:theme=rape/north_east", "'Packs <b>'", "null", "null", "null", "null");
        said(1, "intervention/2026-07-01/charged", "'Cards'", "null", "null", "null", "null");
        said(2, "intervention/2026-07-01/charged", "null", "null", "null", "null", "null");
        said(1, "intervention/2026-07-01/conduct", "'Talks'", "null", "null", "null", "null");
        said(1, "intervention/2026-07-01/unknown", "'Talks'", "null", "null", "null", "null");
        run("SET ROLE vaiwg_dashboard");
        String of =
                "SELECT (time AT TIME ZONE 'Europe/London')::date, text FROM dashboard_dated('%s', '%s', '%s', '%s')";
        String both = "2026-05-01|Calls<br>Packs &lt;b> (North East)";
        assertThat(rows(of.formatted("f", "charged", "all", "2024-01-01"))).containsExactly(both);
        assertThat(rows(of.formatted("f", "charged", "rape", "2024-01-01"))).containsExactly(both);
        assertThat(rows(of.formatted("f", "charged", "domestic_abuse", "2024-01-01")))
                .as("a chart of another theme")
                .containsExactly("2026-05-01|Calls");
        assertThat(rows(of.formatted("f", "charged", "all", "2026-09-01 12:00Z")))
                .as("what came before is marked at the beginning")
                .containsExactly(both.replace("2026-05-01", "2026-09-01"));
        for (String other : List.of("ended", "conduct", "unknown")) {
            assertThat(rows(of.formatted("f", other, "all", "2024-01-01")))
                    .as(other)
                    .isEmpty();
        }
        assertThat(rows(of.formatted("other", "charged", "all", "2024-01-01"))).isEmpty();
        assertThat(rows("SELECT DISTINCT signal_id FROM kpi_note WHERE signal_id ~ 'conduct|unknown'"))
                .as("what is done on a figure of conduct, or one that nobody knows, is restricted")
                .isEmpty();
    }

    /** As the report lists it: leads are asked where one has reported in this way, and of conduct nothing is told here. */
    @Test
    void a_lead_owes_the_report_to_the_newest_meeting_until_it_is_given() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        String of = "SELECT what, asked, ask, said FROM dashboard_owed('f', '%s')";
        assertThat(rows(of.formatted("criminal_justice"))).isEmpty();
        said(1, "report/recording/2026-11", "'Said'", "null", "null", "null", "null");
        said(1, "report/criminal_justice/2026-09", "'Said before'", "null", "null", "null", "null");
        assertThat(rows(of.formatted("recording"))).isEmpty();
        assertThat(rows(of.formatted("our_behaviour"))).isEmpty();
        assertThat(rows(of.formatted("criminal_justice")))
                .containsExactly(
                        "Report to the Board of November 2026|Asked of the lead of each area|Report to the Board"
                                + "|Not given; due 30 Nov 2026");
        run("UPDATE kpi_snapshot SET complete = false WHERE as_at >= '2026-11-01'");
        assertThat(rows(of.formatted("criminal_justice")))
                .as("in October the newest meeting is that of September")
                .isEmpty();
        assertThat(rows(of.formatted("recording")))
                .containsExactly(
                        "Report to the Board of September 2026|Asked of the lead of each area|Report to the Board"
                                + "|4 days late. Not given; was due 30 Sep 2026");
    }

    /** What SQL and Java say each: the day for a report, which is late from the day after. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-30, Not given; due 30 Nov 2026",
        "2026-12-01, 2026-11-30, 1 day late. Not given; was due 30 Nov 2026",
        "2026-12-31, 2026-11-30, 31 days late. Not given; was due 30 Nov 2026",
        "2027-01-01, 2027-01-31, Not given; due 31 Jan 2027"
    })
    void a_report_is_owed_by_the_day_that_the_boards_report_names(LocalDate asAt, LocalDate due, String owed)
            throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        said(1, "report/recording/2026-09", "'Said'", "null", "null", "null", "null");
        run(
                "INSERT INTO kpi_snapshot (publication, force, as_at, kind, granularity, complete, row_count, digest, data_through, catalogue)"
                        + " VALUES (1, 'f', '" + asAt + "', 'published', 'all', true, 1, '-', '{}', '-')");
        assertThat(rows("SELECT said FROM dashboard_owed('f', 'criminal_justice')"))
                .containsExactly(owed);
        assertThat(BoardSubject.reportDue(BoardSubject.meetingAt(asAt))).isEqualTo(due);
    }

    private void said(
            int version, String subject, String action, String standing, String owner, String due, String done)
            throws SQLException {
        run(
                "INSERT INTO kpi_note_row (version, at, changed_at, known_at, event_id, force, signal_id, kind, action, standing, owner, due, done)"
                        + " VALUES (%1$d, '2026-10-10 12:00Z', '2026-10-10 12:00Z', '2026-10-10 12:0%1$dZ', '00000000-0000-0000-0000-00000000000%1$d',"
                                .formatted(version)
                        + " 'f', '%s', 'note', %s, %s, %s, %s, %s)"
                                .formatted(subject, action, standing, owner, due, done));
    }

    @Test
    void a_force_is_called_as_in_the_report() throws SQLException {
        String[] forces = FORCES.strip().split("\\s+", -1);
        assertThat(forces).hasSize(45);
        run("SET ROLE vaiwg_dashboard");
        for (String force : forces) {
            assertThat(rows("SELECT vaiwg.dashboard_force('" + force + "')")).containsExactly(ForceTitles.of(force));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coventry", "north_east", "vale_of_york", "brighton-and-hove", "unit_1"})
    void a_policing_area_is_called_as_in_the_report(String lpa) throws SQLException {
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows("SELECT vaiwg.dashboard_lpa('" + lpa + "')")).containsExactly(PlaceNames.of(lpa));
    }

    @Test
    void what_has_no_policing_area_or_none_that_is_known_is_called_so() throws SQLException {
        assertThat(rows("SELECT dashboard_lpa('unknown'), dashboard_lpa(NULL), dashboard_lpa('')"))
                .containsExactly("Area not known|The force|");
    }

    @Test
    void a_theme_is_called_as_everywhere() throws SQLException {
        for (Theme theme : Theme.values()) {
            assertThat(rows("SELECT dashboard_theme('" + theme.slug() + "')")).containsExactly(theme.title());
        }
        assertThat(
                        rows(
                                "SELECT dashboard_theme(NULL), dashboard_stream('cps-referral'), dashboard_stream('victim-contact')"))
                .containsExactly("All victims|CPS referral|Victim contact");
    }

    /** In the first weeks a figure that needs more of the history says how much. */
    @Test
    void a_figure_that_the_history_is_too_short_for_says_what_it_needs() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run(
                "UPDATE kpi_dictionary SET read_basis = 'settled_90d', read_window = '365d', short_title = 'Ended' WHERE kpi = 'ended'");
        String of = "SELECT now, counted FROM dashboard_figure('f', 'all', 'all', ARRAY['ended'])";
        assertThat(rows(of)).containsExactly("–|no case");
        run("UPDATE kpi_snapshot SET history_from = '2026-10-26'");
        assertThat(rows(of)).containsExactly("–|not yet: needs 90 days of records");
    }

    @Test
    void how_sure_a_matter_is_says_in_words_how_many_other_charts_show_it() throws SQLException {
        String also = "dashboard_also(%d, 'chart agrees', 'charts agree')";
        assertThat(rows("SELECT " + also.formatted(0) + " IS NULL, " + also.formatted(1) + ", " + also.formatted(2)))
                .containsExactly("t|1 chart agrees|2 charts agree");
    }

    @Test
    void how_sure_a_matter_is_and_what_raised_it_is_the_same_for_report_and_dashboards() throws SQLException {
        assertThat(
                        rows(
                                "SELECT how_sure(1, 'watch', 'figure', 'settled_90d'), how_sure(0, 'act', 'figure', 'daily'), how_sure(0, 'watch', 'level', 'recorded')"))
                .containsExactly("Strong: 28-day periods|Fair: early warning|Weak: level beside that of a year before");
    }

    @Test
    void what_is_asked_of_an_owner_is_the_same_for_report_and_dashboards() throws SQLException {
        assertThat(rows("SELECT next_step('act', 'data'), next_step('watch', 'data'), next_step('watch', 'level')"))
                .containsExactly("Act: find the cause|Check data first|Watch: say why");
    }

    /**
     * The mark of a period is the state that was published at its end, where its chart completed a rule on that side; what the state rests on
     * otherwise, as the daily alarm, is no mark.
     */
    @Test
    void a_chart_marks_the_periods_at_whose_end_the_published_state_asked() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        blocks("recorded", "", "xmr", 30, 90, 40, 120);
        assertThat(rows("SELECT DISTINCT metric FROM dashboard_chart('f', 'recorded', 'all', 'all', '2020-01-01')"))
                .contains("28-day period")
                .doesNotContain("Act or watch then");
        run(
                "INSERT INTO kpi_verdict_row (series_id, as_at, since, publication, side, few, state, target, why, what, figures, signals)"
                        + " SELECT series_id, as_at, as_at - 30, 1, 1, false, 'watch', 'none', 'figure', 'More', '120', ''"
                        + " FROM kpi_limit_row WHERE value IN (-50, 40, 80)");
        run("UPDATE kpi_limit_row SET rule = 'outside', side = sign(value - centre) WHERE value IN (-50, 80)");
        run("SET ROLE vaiwg_dashboard");
        assertThat(
                        rows(
                                "SELECT value FROM dashboard_chart('f', 'recorded', 'all', 'all', '2020-01-01') WHERE metric = 'Act or watch then'"))
                .containsExactly("80");
        run("RESET ROLE");
        run("UPDATE kpi_dictionary SET direction = 'up' WHERE kpi = 'recorded'");
        assertThat(rows("SELECT DISTINCT metric FROM dashboard_chart('f', 'recorded', 'all', 'all', '2020-01-01')"))
                .as("more is better")
                .contains("28-day period")
                .doesNotContain("Act or watch then");
    }

    /** At the end of the line a mark reads as of today: beside "No change" it contradicts. */
    @Test
    void a_chart_marks_its_newest_period_only_where_the_figure_asks_today_too() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        blocks("recorded", "", "xmr", 30, 90, 40, 120);
        String verdict =
                "INSERT INTO kpi_verdict_row (series_id, as_at, since, publication, side, few, state, target, why, what, figures, signals)";
        run(verdict + " SELECT series_id, as_at, as_at - 30, 1, 1, false, 'watch', 'none', 'figure', 'More', '120', ''"
                + " FROM kpi_limit_row WHERE value IN (60, 80)");
        run("UPDATE kpi_limit_row SET rule = 'outside', side = sign(value - centre) WHERE value IN (60, 80)");
        String marks =
                "SELECT value FROM dashboard_chart('f', 'recorded', 'all', 'all', '2020-01-01') WHERE metric = 'Act or watch then'";
        assertThat(rows(marks)).containsExactly("60", "80");

        run(
                verdict + " SELECT series_id, '" + DAY
                        + "', NULL, 1, 0, false, 'no_change', 'none', 'figure', 'As usual', '120', '' FROM kpi_limit_row WHERE value = 80");
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows(marks)).containsExactly("60");
    }

    /** Of the newest of three periods since a definition changed: its limits will be made of twelve. */
    @Test
    void where_limits_are_being_set_it_is_said_since_when_and_whether_anew() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        String beside = "SELECT kpi, said FROM dashboard_limits('f', '%s')";
        String drawn = "SELECT DISTINCT metric FROM dashboard_chart('f', 'ended', 'all', 'all', '2020-01-01')";
        share("2026-08-09", 30);
        assertThat(rows(beside.formatted("all"))).containsExactly("ended|40.0% (30.0 to 50.0)");
        assertThat(rows(beside.formatted("rape"))).isEmpty();
        assertThat(rows(drawn)).contains("28-day period, %", "Upper limit");

        share("2026-10-04", 3);
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows(beside.formatted("all")))
                .containsExactly("ended|40.0%; no limits yet: being set anew from 12 Jul 2026");
        assertThat(rows(drawn)).contains("28-day period, %, no limits yet: being set anew from 12 Jul 2026");

        run("RESET ROLE");
        run("DELETE FROM kpi_limit_row WHERE NOT trial");
        assertThat(rows(beside.formatted("all")))
                .containsExactly("ended|40.0%; no limits yet: being set from 12 Jul 2026");
        run("UPDATE kpi_limit_row SET withheld = 'small'");
        assertThat(rows(beside.formatted("all"))).containsExactly("ended|suppressed");
    }

    /** A period of 28 days of which 40 % ended. */
    private void share(String asAt, int blocks) throws SQLException {
        limit("ended", "28d", "", asAt, "p", 40, 0, blocks);
        run("UPDATE kpi_limit_row SET value = 0.4, lower = 0.3, centre = 0.4, upper = 0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "theme=rape, 2026-11-02, 1",
        "'', 2026-11-02, 1",
        "characteristic=sex, 2026-11-02, 1",
        "lpa=a;theme=rape, 2026-11-02, 0",
        "lpa=a;theme=rape, 2026-11-01, 1",
        "ethnicity=white;theme=rape, 2026-11-02, 0",
        "route=conviction, 2026-11-02, 0",
        "outcome=14;theme=rape, 2026-11-02, 1"
    })
    void what_is_finer_than_a_theme_is_there_at_the_beginning_of_a_month_only(String slice, String asAt, String rows)
            throws SQLException {
        value("recorded", "28d", slice, asAt, 50, null);
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows("SELECT count(*) FROM kpi_value_dashboard")).containsExactly(rows);
        assertThat(rows("SELECT count(*) FROM kpi_value_dashboard WHERE monthly = ('" + slice
                        + "' ~ '(lpa|ethnicity|route|anything)=')"))
                .containsExactly(rows);
    }

    /** Strata, by which the mix of cases is held equal, are rows of every day that no dashboard shows. */
    @Test
    void what_is_finer_is_what_the_catalogue_cuts_by() throws SQLException {
        Set<String> finer = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (Column column : ShippedCatalogue.get().columns()) {
            for (int row = 0; row < column.rows().size(); row++) {
                String slice = Slice.of(column.dimensions(row));
                all.add(slice);
                if (!column.rows().family(row).isDaily() || slice.contains("stratum=")) {
                    finer.add(slice);
                }
            }
        }
        assertThat(rows("SELECT slice FROM unnest(ARRAY['" + String.join("', '", all)
                        + "']) slice WHERE finer_dimension(slice) IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(finer);
    }

    /** What the database says that a slice names is what the catalogue put into it. */
    @Test
    void the_columns_of_every_slice_of_the_catalogue_are_what_it_names() throws SQLException {
        Set<String> named = new TreeSet<>();
        for (Column column : ShippedCatalogue.get().columns()) {
            for (int row = 0; row < column.rows().size(); row++) {
                Map<String, String> others = new TreeMap<>(column.dimensions(row));
                String slice = Slice.of(others);
                String theme = others.getOrDefault("theme", "");
                String area = others.getOrDefault("lpa", "");
                others.keySet().removeAll(Set.of("theme", "lpa"));
                String dimension = String.join(";", others.keySet());
                String value = String.join(";", others.values());
                if (named.add(String.join("|", slice, theme, area, dimension, value))) {
                    series("recorded", "28d", slice, "recorded");
                }
            }
        }
        assertThat(rows("SELECT slice, theme, lpa, dimension, dimension_value FROM kpi_series"))
                .hasSizeGreaterThan(100)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void what_is_finer_begins_with_the_first_whole_window() throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run("UPDATE kpi_snapshot SET history_from = '2026-10-20'");
        value("recorded", "28d", "lpa=a;theme=rape", MONTH, 50, null);
        value("recorded", "28d", "theme=rape", MONTH, 90, null);
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows("SELECT slice, partial FROM kpi_value_dashboard")).containsExactly("theme=rape|t");
    }

    @Test
    void groups_are_compared_where_four_in_five_are_known_and_else_have_no_share() throws SQLException {
        group("rape", 51);
        group("other_sexual", 50);
        assertThat(rows("SELECT DISTINCT substring(slice FROM 'theme=.*'), compared FROM kpi_value ORDER BY 1"))
                .containsExactly("theme=other_sexual|t", "theme=rape|f");
        for (String view : List.of("kpi_value", "kpi_value_dashboard")) {
            assertThat(rows("SELECT slice, denominator, value, lower IS NULL, upper IS NULL, compared FROM " + view
                            + " WHERE kpi = 'ended' AND slice LIKE 'ethnicity=white%' ORDER BY slice"))
                    .as(view)
                    .containsExactly(
                            "ethnicity=white;theme=other_sexual|100|0.4|f|f|t",
                            "ethnicity=white;theme=rape|100|null|t|t|f");
            run("SET ROLE vaiwg_dashboard");
        }
    }

    /** Of fifteen audits, in which chance lifts the known share: the theme's year decides, either way; where it has none nothing is compared. */
    @Test
    void groups_of_a_few_cases_are_compared_by_what_is_known_in_the_themes_year() throws SQLException {
        for (String theme : List.of("rape", "other_sexual", "stalking_harassment")) {
            int unknown = theme.equals("rape") ? 1 : 14;
            value("ended", "90d", "sex=female;theme=" + theme, MONTH, 6, 15 - unknown);
            value("ended", "90d", "sex=unknown;theme=" + theme, MONTH, 0, unknown);
        }
        ofYear("sex=female;theme=rape", 790);
        ofYear("sex=unknown;theme=rape", 210);
        ofYear("sex=female;theme=other_sexual", 800);
        ofYear("sex=unknown;theme=other_sexual", 200);
        assertThat(
                        rows(
                                "SELECT DISTINCT substring(slice FROM 'theme=.*'), compared FROM kpi_value WHERE kpi = 'ended' ORDER BY 1"))
                .containsExactly("theme=other_sexual|t", "theme=rape|f", "theme=stalking_harassment|f");
    }

    /** What Java says of the rule is what the database does. */
    @Test
    void groups_are_compared_by_the_characteristics_and_from_the_share_known_that_reports_say() throws SQLException {
        int cases = 1000;
        int known = 800;
        List<String> keys = new ArrayList<>(
                ComparedGroups.BY.stream().map(Characteristic::slug).toList());
        keys.add("route");
        for (String key : keys) {
            for (int i = 0; i < 2; i++) {
                String theme = i == 0 ? "rape" : "other_sexual";
                value("ended", "365d", key + "=some;theme=" + theme, MONTH, 40, known - i);
                value("ended", "365d", key + "=unknown;theme=" + theme, MONTH, 40, cases - known + i);
                ofYear(key + "=some;theme=" + theme, known - i);
                ofYear(key + "=unknown;theme=" + theme, cases - known + i);
            }
        }
        assertThat(
                        rows(
                                "SELECT DISTINCT slice_part_by(slice) FROM kpi_value WHERE compared AND slice LIKE '%theme=rape'"))
                .containsExactlyInAnyOrderElementsOf(keys.subList(0, keys.size() - 1));
        assertThat(
                        rows(
                                "SELECT DISTINCT slice_part_by(slice) FROM kpi_value WHERE NOT compared AND slice LIKE '%theme=other_sexual'"))
                .containsExactlyInAnyOrderElementsOf(keys.subList(0, keys.size() - 1));
    }

    /** A percentile is its own numerator. */
    @Test
    void groups_that_may_not_be_compared_have_no_percentile_and_keep_their_counts() throws SQLException {
        for (String kpi : List.of("hours", "recorded")) {
            value(kpi, "365d", "ethnicity=white;theme=rape", MONTH, 40, kpi.equals("hours") ? 100 : null);
            value(kpi, "365d", "ethnicity=black;theme=rape", MONTH, 30, kpi.equals("hours") ? 100 : null);
            value(kpi, "365d", "ethnicity=unknown;theme=rape", MONTH, 60, kpi.equals("hours") ? 100 : null);
        }
        ofYear("ethnicity=white;theme=rape", 70);
        ofYear("ethnicity=unknown;theme=rape", 60);
        for (String view : List.of("kpi_value", "kpi_value_dashboard")) {
            assertThat(rows("SELECT kpi, numerator, denominator, value, compared FROM " + view
                            + " WHERE kpi <> 'recorded_offences' AND slice LIKE 'ethnicity=white%' ORDER BY kpi"))
                    .as(view)
                    .containsExactly("hours|null|100|null|f", "recorded|40|null|40|f");
            run("SET ROLE vaiwg_dashboard");
        }
    }

    /** The attack: a login calls functions by themselves, of figures that its views do not show. */
    @Test
    void no_function_reads_with_its_owners_rights_for_a_reader() throws SQLException {
        String asked = "SELECT proname FROM pg_proc WHERE pronamespace = 'vaiwg'::regnamespace AND prosecdef"
                + " AND has_function_privilege('%s', oid, 'EXECUTE') ORDER BY proname";
        assertThat(rows(asked.formatted("vaiwg_dashboard"))).isEmpty();
        assertThat(rows(asked.formatted("vaiwg_reader")))
                .as("it writes, and answers nothing")
                .containsExactly("log_access");
    }

    /** A page asks of thousands of figures, and of a dozen wholes. */
    @Test
    void whether_groups_are_compared_is_asked_once_of_a_whole() throws SQLException {
        for (String theme : List.of("rape", "other_sexual", "stalking")) {
            for (String group : List.of("white", "black", "asian", "unknown")) {
                ofYear("ethnicity=" + group + ";theme=" + theme, 100);
                for (String basis : List.of("recorded", "to_date", "settled_90d", "matured_90d")) {
                    for (String window : List.of("28d", "91d", "182d", "365d")) {
                        for (String kpi : List.of("ended", "charged", "hours")) {
                            value(kpi, window, "ethnicity=" + group + ";theme=" + theme, basis, MONTH, 40, 100);
                        }
                    }
                }
            }
        }
        run("ANALYZE kpi_series, kpi_pack_place, kpi_value_pack");
        assertThat(rows(
                        "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT slice, compared FROM kpi_value WHERE force = 'f' AND as_at = '"
                                + MONTH + "' AND publication = 1 AND kpi <> 'recorded_offences'"))
                .anyMatch(line -> line.matches(" *Hits: 573  Misses: 3 .*"));
    }

    /** Of 251 crimes 51 have no ethnicity on record, and 20 of these ended so: 40 of 100 may be 40 of 131, or 60 of 120. */
    @Test
    void a_group_has_its_bounds_over_the_unknown_and_its_risk_beside_all_others_who_are_known() throws SQLException {
        group("rape", 51);
        value("ended", "365d", "theme=rape", MONTH, 90, 251);
        String columns = "slice, value, round(least::numeric, 4), round(most::numeric, 4), round(ratio::numeric, 4),"
                + " round(ratio_lower::numeric, 3), round(ratio_upper::numeric, 3), unknown_denominator, compared";
        for (String view : List.of("kpi_group", "kpi_group_dashboard")) {
            assertThat(rows("SELECT " + columns + " FROM " + view + " ORDER BY slice"))
                    .as(view)
                    .containsExactly(
                            "ethnicity=black;theme=rape|0.3|0.2290|0.4167|0.7500|0.511|1.101|51|f",
                            "ethnicity=white;theme=rape|0.4|0.3053|0.5000|1.3333|0.908|1.957|51|f");
            run("SET ROLE vaiwg_dashboard");
        }
    }

    private void group(String theme, int unknown) throws SQLException {
        value("ended", "365d", "ethnicity=white;theme=" + theme, MONTH, 40, 100);
        value("ended", "365d", "ethnicity=black;theme=" + theme, MONTH, 30, 100);
        value("ended", "365d", "ethnicity=unknown;theme=" + theme, MONTH, 20, unknown);
        ofYear("ethnicity=white;theme=" + theme, 100);
        ofYear("ethnicity=black;theme=" + theme, 100);
        ofYear("ethnicity=unknown;theme=" + theme, unknown);
    }

    /** Crimes of a theme that were recorded in the year. */
    private void ofYear(String slice, int crimes) throws SQLException {
        value("recorded_offences", "365d", slice, "recorded", MONTH, crimes, null);
    }

    @Test
    void a_withheld_block_tells_itself_neither_by_its_limits_nor_by_the_change_after_it() throws SQLException {
        blocks("recorded", "", "change", 3, 9, 20, 30);
        run("SET ROLE vaiwg_dashboard");
        assertThat(
                        rows(
                                "SELECT numerator, value, centre, upper, variation, suppressed FROM kpi_limit_dashboard ORDER BY as_at"))
                .containsExactly(
                        "null|null|null|null|common_cause|t",
                        "9|null|null|null|common_cause|f",
                        "20|11|5|9|common_cause|f",
                        "30|10|5|9|common_cause|f");
    }

    @Test
    void limits_that_are_provisional_are_not_there_and_days_between_events_are() throws SQLException {
        limit("recorded", "28d", "", "2026-10-04", "xmr", 20, 20, 5);
        limit("recorded", "28d", "theme=rape", "2026-10-04", "t", 2, 7, 20);
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows("SELECT chart, numerator, value, centre FROM kpi_limit_dashboard ORDER BY chart"))
                .containsExactly("t|null|7|5", "xmr|20|20|null");
    }

    @Test
    void a_verdict_and_its_matter_have_the_numbers_of_a_period_that_is_shown_alone() throws SQLException {
        verdict("theme=rape", 20, false);
        verdict("", 4, false);
        verdict("theme=domestic_abuse", 20, true);
        run("SET ROLE vaiwg_dashboard");
        for (String view : List.of("kpi_verdict_dashboard", "kpi_matter_dashboard")) {
            assertThat(rows("SELECT slice, sentence, suppressed FROM " + view
                            + " WHERE as_at = '2026-10-04' ORDER BY 1"))
                    .containsExactly(
                            "|More: too few cases to show numbers|t",
                            "theme=domestic_abuse|More: too few cases to show numbers|t",
                            "theme=rape|More: 20 recorded|f");
        }
    }

    @Test
    void a_matter_says_what_raised_it_and_what_it_is_now_and_once_where_that_is_the_same() throws SQLException {
        assertThat(matterWords("'matured_90d', '30', '21 recorded, 9 more than the usual 12', null"))
                .isEqualTo("Raised on 30. Latest judged: 21 recorded, 9 more than the usual 12.");
        assertThat(matterWords("'matured_90d', '43 of 120', '43 of 120 (35.8%) recorded', null"))
                .isEqualTo("Raised on 43 of 120 (35.8%) recorded.");
        assertThat(matterWords("'matured_90d', '11', '117 recorded', null"))
                .as("another number that begins alike")
                .isEqualTo("Raised on 11. Latest judged: 117 recorded.");
        assertThat(matterWords("'matured_90d', '11', '11,700 recorded', null"))
                .isEqualTo("Raised on 11. Latest judged: 11,700 recorded.");
        assertThat(matterWords("'matured_90d', null, '48.0 hours, usual 13.0', null"))
                .as("another figure raised it")
                .isEqualTo("Latest judged: 48.0 hours, usual 13.0.");
    }

    /** Its own numbers are of the days on which it was raised, however long it is open. */
    @Test
    void an_early_warning_says_what_the_chart_shows_since() throws SQLException {
        String raised = "33 outcomes 6 to 20 September 2026";
        assertThat(matterWords(
                        "'daily', '" + raised + "', '" + raised + ", 12 more than the 21 expected', '46 of 100'"))
                .isEqualTo("Raised on " + raised + ", 12 more than the 21 expected. Latest judged: 46 of 100.");
        assertThat(matterWords("'daily', null, '33 outcomes', '46 of 100'"))
                .as("another figure raised it")
                .isEqualTo("Early warning: 33 outcomes. Latest judged: 46 of 100.");
        assertThat(matterWords("'daily', '33 outcomes', '33 outcomes', null"))
                .as("the chart knows nothing newer")
                .isEqualTo("Raised on 33 outcomes.");
    }

    private String matterWords(String arguments) throws SQLException {
        return rows("SELECT matter_words(" + arguments + ")").get(0);
    }

    @Test
    void a_period_in_words_says_how_many_of_how_many_and_how_many_more_than_usual() throws SQLException {
        String period = "SELECT period_words(%s)";
        assertThat(rows(period.formatted("1175, 2379, 'matured_90d', '2026-07-24', '2026-08-20', 0.32, false")))
                .containsExactly(
                        "1,175 of 2,379 (49.4%) recorded 24 Jul to 20 Aug 2026 and followed for 90 days, 414 more than the usual 761");
        assertThat(rows(period.formatted("20, null, 'assigned', '2025-12-24', '2026-01-20', 22.6, true")))
                .containsExactly(
                        "20 with an outcome 24 Dec 2025 to 20 Jan 2026, 3 fewer than the usual 23, inside the limits");
        assertThat(rows(period.formatted("0, 40, 'recorded', '2026-07-24', '2026-08-20', null, true")))
                .as("without limits that are shown")
                .containsExactly("0 of 40 (0.0%) recorded 24 Jul to 20 Aug 2026");
    }

    @Test
    void a_difference_has_a_sign_unless_it_is_nought_when_it_is_rounded() throws SQLException {
        String differences = "SELECT dashboard_number('%s', 'hours', number, true) FROM unnest(ARRAY[%s]) number";
        assertThat(rows(differences.formatted("share", "-0.0004, 0.0004, 0.003, -0.0306, 0.1")))
                .containsExactly("0.0 pts", "0.0 pts", "+0.3 pts", "−3.1 pts", "+10.0 pts");
        assertThat(rows(differences.formatted("percentile", "-0.4, 1, -12")))
                .containsExactly("0 hours", "+1 hour", "−12 hours");
    }

    /** What may not be told as a period of a chart is not told as what a matter is now. */
    @Test
    void a_matter_has_the_newest_period_of_the_chart_beside_an_early_warning_unless_it_is_withheld()
            throws SQLException {
        verdict("theme=rape", 20, false);
        verdict("", 4, false);
        verdict("theme=domestic_abuse", 20, true);
        verdict("theme=stalking", 20, false);
        run("SET LOCAL session_replication_role = replica");
        run("UPDATE kpi_matter_row SET daily = true,"
                + " figures = '33 outcomes 6 to 20 September 2026, 12 more than the 21 expected',"
                + " day = CASE WHEN series_id = " + series("recorded", "28d", "theme=stalking", "recorded")
                + " THEN date '2026-10-03' ELSE date '2026-09-20' END");
        run("SET ROLE vaiwg_dashboard");
        assertThat(
                        rows(
                                "SELECT slice, figures_raised, figures_now FROM kpi_matter_dashboard WHERE as_at = '2026-10-04' ORDER BY 1"))
                .containsExactly(
                        "|33 outcomes 6 to 20 September 2026|null",
                        "theme=domestic_abuse|null|null",
                        "theme=rape|33 outcomes 6 to 20 September 2026|20 recorded 6 Sep to 3 Oct 2026, 15 more than the usual 5",
                        "theme=stalking|33 outcomes 6 to 20 September 2026|null");
    }

    /** What is said of a figure stands until something else is, and with every snapshot until then. */
    @Test
    void each_snapshot_has_the_newest_verdict_of_each_figure() throws SQLException {
        verdict("theme=rape", 20, false);
        run(
                "INSERT INTO kpi_verdict_row SELECT series_id, usual, lower, upper, goal, '%s', since, judged_at, first_day, last_day, numerator,"
                                .formatted(DAY)
                        + " denominator, more, numerator_before, denominator_before, read_numerator, read_denominator, publication, side, few,"
                        + " 'act', target, why, rule, what, figures, signals FROM kpi_verdict_row");
        run("SET ROLE vaiwg_dashboard");
        assertThat(rows("SELECT as_at, state FROM kpi_verdict_dashboard ORDER BY 1"))
                .containsExactly("2026-10-04|watch", MONTH + "|watch", DAY + "|act");
    }

    /** To the figure that raised it, in its own theme and policing area, and to the board's page of it; where there is none, to whom to write. */
    @ParameterizedTest
    @ValueSource(strings = {"act", "watch"})
    void a_matter_leads_to_its_figure_and_to_where_it_is_answered(String state) throws SQLException {
        int series = series("recorded", "28d", "lpa=a;theme=stalking", "recorded");
        run(
                "INSERT INTO kpi_matter_row VALUES (%d, '%s', '2026-10-04', '2026-10-18', '2026-09-06', '2026-10-03', '2026-09-06',"
                                .formatted(series, DAY)
                        + " '2026-10-03', 1, 1, false, false, 's1', 'recording', 'recorded', '', 'a', 'more', 'figure', '"
                        + state + "', 'More', '20', 's1', '', '')");
        String asked = "SELECT page, said, answer FROM dashboard_matter('f', 'all', 'all')";
        String page =
                "vaiwg-area?var-area=recording&var-figure=recorded&var-force=f&var-theme=stalking_harassment&var-lpa=a";
        assertThat(rows(asked))
                .containsExactly(
                        page
                                + "|15 days late. Not answered; was due 18 Oct 2026; to answer, write to the Board's secretary|null");
        run("INSERT INTO board_address (address) VALUES ('https://board.example')");
        String first = "SELECT dashboard_first('%s', 'all', 'all', '%s')";
        assertThat(rows(first.formatted("f", "recording"))).containsExactly("1 answer owed, late");
        assertThat(rows(first.formatted("f", "offender_management")))
                .containsExactly("Nothing is owed, no target missed");
        assertThat(rows(first.formatted("another", "recording"))).containsExactly("null");
        assertThat(rows(asked))
                .containsExactly(
                        page
                                + "|15 days late. Not answered; was due 18 Oct 2026|https://board.example/answer?force=f&signal=s1");
        run("RESET ROLE");
        run("SET LOCAL session_replication_role = replica");
        run("UPDATE kpi_matter_row SET theme = 'domestic_abuse'");
        assertThat(rows("SELECT dashboard_first('f', 'rape', 'all', 'recording')"))
                .as("an area owes it, whichever theme is chosen")
                .containsExactly("1 answer owed, late");
    }

    @ParameterizedTest
    @CsvSource({"3, 0, ''", "1, 1, ', late'", "2, 1, ', 1 of them late'", "2, 2, ', 2 of them late'"})
    void what_is_late_is_some_of_what_is_owed(int owed, int late, String said) throws SQLException {
        assertThat(rows("SELECT dashboard_late(" + owed + ", " + late + ")")).containsExactly(said);
    }

    /** One of which a period of so many cases was counted. */
    private void verdict(String slice, int count, boolean few) throws SQLException {
        limit("recorded", "28d", slice, "2026-10-04", "xmr", count, count, 20);
        int series = series("recorded", "28d", slice, "recorded");
        run(
                "INSERT INTO kpi_verdict_row VALUES (%d, 5, 0, 9, null, '2026-10-04', '2026-09-06', '2026-10-04', '2026-09-06', '2026-10-03', %d,"
                                .formatted(series, count)
                        + " null, 5, null, null, null, null, 1, 1, " + few
                        + ", 'watch', 'none', 'figure', 'outside', 'More', '" + count + " recorded', 's')");
        run(
                "INSERT INTO kpi_matter_row VALUES (%d, '2026-10-04', '2026-10-04', '2026-10-18', '2026-09-06', '2026-10-03', '2026-09-06',"
                                .formatted(series)
                        + " '2026-10-03', 1, 1, false, " + few + ", 's" + series
                        + "', 'recording', 'recorded', '', '', 'more', 'figure', 'watch', 'More', '" + count
                        + " recorded', 's', '', '')");
    }

    @Test
    void a_correction_of_one_to_four_cases_is_withheld() throws SQLException {
        for (int i = 0; i < 2; i++) {
            String basis = i == 0 ? "recorded" : "assigned";
            value("recorded", "28d", "", basis, DAY, 50, null);
            run("INSERT INTO kpi_series VALUES (%d, 'f', 'recorded', '%s', '', '', 'h', null, false)"
                    .formatted(900 + i, basis));
            run("INSERT INTO kpi_day_month VALUES (%d, '2026-10-01', '{0,0,0,0,0,0,0,0,%d}', null)"
                    .formatted(900 + i, i == 0 ? 53 : 55));
        }
        run("SET ROLE vaiwg_dashboard");
        assertThat(
                        rows(
                                "SELECT basis, numerator_now, numerator_change, suppressed FROM kpi_revision_dashboard ORDER BY basis"))
                .containsExactly("assigned|55|5|f", "recorded|null|null|t");
    }

    private void funnel() throws SQLException {
        value("ended", "365d", "lpa=a;theme=rape", MONTH, 3, 40);
        value("ended", "365d", "lpa=b;theme=rape", MONTH, 13, 40);
        value("ended", "365d", "theme=rape", MONTH, 16, 80);
        for (String area : List.of("a", "b")) {
            run("INSERT INTO kpi_funnel_row VALUES ("
                    + series("ended", "365d", "lpa=" + area + ";theme=rape", "recorded")
                    + ", 0.2, 0.1, 0.3, 0.05, 0.4, '" + MONTH + "', 1)");
        }
    }

    /** Blocks of 28 days, each of a count, its value the change from the one before. */
    private void blocks(String kpi, String slice, String chart, int... counts) throws SQLException {
        for (int i = 0; i < counts.length; i++) {
            String asAt = LocalDate.of(2026, 7, 12).plusDays(28L * i).toString();
            limit(kpi, "all", slice, asAt, chart, counts[i], i == 0 ? counts[0] : counts[i] - counts[i - 1], 20 + i);
        }
    }

    private void limit(
            String kpi, String window, String slice, String asAt, String chart, int count, int value, int blocks)
            throws SQLException {
        boolean trial = blocks < 12;
        run(
                "INSERT INTO kpi_limit_row VALUES (%d, %d, 0, 5, 9, '%s', '%s', %d, null, %d, 1, 0, %s, '%s', %s, null, null, %s)"
                        .formatted(
                                series(kpi, window, slice, "recorded"),
                                value,
                                asAt,
                                LocalDate.parse(asAt).minusDays(28),
                                count,
                                blocks,
                                trial,
                                chart,
                                trial ? "null" : "'common_cause'",
                                withheld(count, null)));
    }

    private void value(String kpi, String window, String slice, String asAt, int numerator, Integer denominator)
            throws SQLException {
        value(kpi, window, slice, "recorded", asAt, numerator, denominator);
    }

    void value(String kpi, String window, String slice, String basis, String asAt, int numerator, Integer denominator)
            throws SQLException {
        int id = series(kpi, window, slice, basis);
        run("INSERT INTO kpi_pack_place VALUES (%1$d, %1$d, 1) ON CONFLICT DO NOTHING".formatted(id));
        run("INSERT INTO kpi_value_pack VALUES (%d, '%s', 1, left(%s, 1), '{%d}', %s)"
                .formatted(
                        id,
                        asAt,
                        withheld(numerator, denominator),
                        numerator,
                        denominator == null ? "null" : "'{" + denominator + "}'"));
    }

    /** As the job writes it of a count or a share that stands alone. */
    private static String withheld(int numerator, Integer denominator) {
        boolean few = PeopleCount.isSmall(numerator)
                || denominator != null
                        && (PeopleCount.isSmall(denominator) || PeopleCount.isSmall(denominator - numerator));
        return few ? "'small'" : "null";
    }

    private int series(String kpi, String window, String slice, String basis) throws SQLException {
        String key = "'f', '%s', '%s', '%s', '%s', 'h', null, false".formatted(kpi, basis, window, slice);
        Integer known = series.get(key);
        if (known == null) {
            known = series.size() + 1;
            series.put(key, known);
            run("INSERT INTO kpi_series VALUES (" + known + ", " + key + ")");
        }
        return known;
    }

    private List<String> readable() throws SQLException {
        return rows(
                "SELECT relname FROM pg_class WHERE relnamespace = 'vaiwg'::regnamespace AND relkind IN ('r', 'v', 'm')"
                        + " AND has_table_privilege('vaiwg_dashboard', oid, 'SELECT') ORDER BY 1");
    }
}
