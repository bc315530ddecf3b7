package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationsIT extends InTransaction {
    /** Values are told singly here: each becomes a pack of its own. */
    private static final String VALUES_ARE_TOLD_SINGLY = """
            CREATE SCHEMA telling;
            CREATE FUNCTION telling.value() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO vaiwg.kpi_pack_place VALUES (NEW.series_id, NEW.series_id, 1) ON CONFLICT DO NOTHING;
                INSERT INTO vaiwg.kpi_value_pack VALUES (NEW.series_id, NEW.as_at, NEW.publication, left(NEW.withheld, 1), ARRAY[NEW.numerator],
                    CASE WHEN NEW.denominator IS NOT NULL THEN ARRAY[NEW.denominator] END);
                RETURN NEW;
            END $$;
            CREATE TRIGGER told INSTEAD OF INSERT ON vaiwg.kpi_value_row FOR EACH ROW EXECUTE FUNCTION telling.value();
            """;

    private static Database database;

    @Override
    Database database() {
        return database;
    }

    @BeforeAll
    static void migrate() throws SQLException {
        // No copy, which has not the rights on a database itself.
        database = TestServer.emptyDatabase();
        Migrations.apply(database);
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(VALUES_ARE_TOLD_SINGLY);
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        run("SET search_path TO vaiwg");
        run("INSERT INTO kpi_publication VALUES (1, now(), 'the first', '2026-10-01', '-', 1)");
        run("""
                INSERT INTO kpi_dictionary VALUES
                  (1, 1, '-infinity', 'infinity', 'attrition', 'criminal_justice', 't', 'd', 'share', 'down', 'o', 's', 'new', 'share', 30, false, null),
                  (1, 1, '-infinity', 'infinity', 'volume', 'recording', 't', 'd', 'crimes', 'none', 'o', 's', 'new', 'count', 0, false, null),
                  (1, 1, '-infinity', 'infinity', 'conduct', 'our_behaviour', 't', 'd', 'share', 'none', 'o', 's', 'new', 'share', 5, true, null)
                """);
        run("""
                INSERT INTO kpi_series VALUES
                  (1, 'f', 'attrition', 'settled_90d', '365d', '', 'new', 90, false),
                  (2, 'f', 'volume', 'recorded', '28d', 'theme=rape', 'new', null, false),
                  (3, 'f', 'conduct', 'recorded', '365d', '', 'new', null, true),
                  (4, 'f', 'attrition', 'settled_90d', '', '', 'new', 90, false),
                  (5, 'f', 'attrition', 'settled_90d', '', '', 'old', 90, false),
                  (6, 'f', 'volume', 'recorded', '', '', 'new', null, false),
                  (7, 'f', 'conduct', 'recorded', '', '', 'new', 0, true),
                  (8, 'f', 'retired', 'recorded', '28d', '', 'old', null, false)
                """);
        run("""
                INSERT INTO kpi_value_row VALUES
                  (1, '2026-11-01', 1, 4, 1), (1, '2026-11-02', 15, 30, 1), (1, '2026-11-03', 0, 0, 1),
                  (2, '2026-11-01', 7, null, 1), (3, '2026-11-01', 2, 9, 1), (8, '2026-11-01', 5, null, 1)
                """);
        run("""
                INSERT INTO kpi_snapshot(publication, force, as_at, kind, granularity, daily_from, complete, row_count,
                                         digest, data_through, catalogue)
                VALUES (1, 'f', '2026-11-01', 'published', 'all', null, true, 4, '-', '{}', '-')
                """);
    }

    @Test
    void a_share_is_the_exact_division_and_small_below_its_minimum() throws SQLException {
        assertThat(rows("SELECT as_at, value, small FROM kpi_value WHERE kpi = 'attrition' ORDER BY as_at"))
                .containsExactly("2026-11-01|0.25|t", "2026-11-02|0.5|f", "2026-11-03|null|t");
    }

    @Test
    void a_count_is_its_numerator_and_never_small() throws SQLException {
        assertThat(rows("SELECT slice, priority, value, denominator, small FROM kpi_value WHERE kpi = 'volume'"))
                .containsExactly("theme=rape|recording|7|null|f");
    }

    @Test
    void a_percentile_is_its_numerator_and_small_by_its_cases() throws SQLException {
        rewrite("UPDATE kpi_dictionary SET kind = 'percentile' WHERE kpi = 'attrition'");
        assertThat(rows("SELECT as_at, value, small FROM kpi_value WHERE kpi = 'attrition' ORDER BY as_at"))
                .containsExactly("2026-11-01|1|t", "2026-11-02|15|f", "2026-11-03|0|t");
    }

    @Test
    void a_window_that_begins_before_the_history_is_partial_by_its_length_and_its_horizon() throws SQLException {
        run("""
                INSERT INTO kpi_snapshot(publication, force, as_at, kind, granularity, daily_from, complete, row_count,
                                         digest, data_through, catalogue, history_from)
                VALUES (2, 'f', '2026-11-01', 'published', 'all', null, true, 4, '-', '{}', '-', '2026-10-04'),
                       (3, 'f', '2026-11-01', 'published', 'all', null, true, 4, '-', '{}', '-', '2026-10-05'),
                       (4, 'f', '2026-11-01', 'published', 'all', null, true, 4, '-', '{}', '-', '2025-08-03'),
                       (5, 'f', '2026-11-01', 'published', 'all', null, true, 4, '-', '{}', '-', '2025-08-04')
                """);
        run("INSERT INTO kpi_value_row VALUES (2, '2026-11-01', 1, null, 2), (2, '2026-11-01', 1, null, 3),"
                + " (1, '2026-11-01', 1, 4, 4), (1, '2026-11-01', 1, 4, 5)");
        assertThat(rows("SELECT publication, partial FROM kpi_value WHERE publication > 1 ORDER BY publication"))
                .containsExactly("2|f", "3|t", "4|f", "5|t");
        assertThat(rows("SELECT begins_before_history('2026-11-01', 0, 18, '2025-05-31'),"
                        + " begins_before_history('2026-11-01', 0, 19, '2025-05-31'),"
                        + " begins_before_history('2026-11-01', 0, 0, '2026-10-31')"))
                .containsExactly("f|t|f");
        assertThat(rows("SELECT financial_year_from('2026-04-01', 0), financial_year_from('2026-05-01', 0),"
                        + " financial_year_from('2026-07-01', 90)"))
                .containsExactly("2025-04-01|2026-04-01|2025-04-01");
    }

    @Test
    void a_chart_is_nearest_by_its_own_basis_and_then_by_how_long_cases_are_followed() throws SQLException {
        assertThat(rows("SELECT basis_distance('settled_90d', 'settled_90d'),"
                        + " basis_distance('matured_90d', 'settled_90d'),"
                        + " basis_distance('matured_180d', 'settled_90d'), basis_distance('recorded', 'settled_90d'),"
                        + " basis_distance('recorded', 'stock')"))
                .containsExactly("0|1|2|2|1");
    }

    @Test
    void a_measure_that_left_the_dictionary_keeps_its_published_values() throws SQLException {
        assertThat(rows("SELECT value, priority FROM kpi_value WHERE kpi = 'retired'"))
                .containsExactly("5|null");
    }

    @Test
    void days_are_unnested_without_the_empty_ones_and_mature_when_the_horizon_has_passed() throws SQLException {
        // 90 days before the newest snapshot, 1 November, is 3 August: the last mature day is the 2nd.
        run("""
                INSERT INTO kpi_day_month VALUES (4, '2026-08-01', '{1,0,2,0}', '{4,0,6,3}'),
                  (6, '2026-02-01', '{0,9}', null)
                """);
        assertThat(rows("SELECT kpi, day, numerator, denominator, mature FROM kpi_day ORDER BY kpi, day"))
                .containsExactly(
                        "attrition|2026-08-01|1|4|t",
                        "attrition|2026-08-03|2|6|f",
                        "attrition|2026-08-04|0|3|f",
                        "volume|2026-02-02|9|null|f");
        run("""
                INSERT INTO kpi_snapshot(publication, force, as_at, kind, granularity, daily_from, complete, row_count,
                                         digest, data_through, catalogue)
                VALUES (1, 'f', '2026-11-02', 'published', 'all', null, true, 1, '-', '{}', '-')
                """);
        assertThat(rows("SELECT day FROM kpi_day WHERE mature ORDER BY day"))
                .containsExactly("2026-08-01", "2026-08-03");
    }

    @Test
    void what_a_slice_names_stands_in_columns_of_its_own() throws SQLException {
        run("""
                INSERT INTO kpi_series VALUES
                  (31, 'f', 'volume', 'recorded', '91d', '', 'new', null, false),
                  (32, 'f', 'volume', 'recorded', '91d', 'lpa=coventry;outcome=14;theme=rape', 'new', null, false),
                  (33, 'f', 'volume', 'recorded', '91d', 'outcome=14', 'new', null, false),
                  (34, 'f', 'volume', 'recorded', '91d', 'age=55+;outcome=14;theme=other_sexual', 'new', null, false),
                  (35, 'f', 'volume', 'recorded', '', 'lpa=coventry;theme=rape', 'new', null, false),
                  (36, 'f', 'attrition', 'incidence_90d', '91d', 'theme=rape', 'new', 90, false)
                """);
        run("INSERT INTO kpi_value_row SELECT series_id, '2026-11-01', 7, null, 1 FROM kpi_series"
                + " WHERE series_id BETWEEN 31 AND 34");
        run("INSERT INTO kpi_estimate_row (series_id, value, lower, upper, as_at, data_through, at_risk, publication)"
                + " VALUES (36, 0.25, 0.125, 0.5, '2026-11-01', '2026-10-27', 30, 1)");
        run("INSERT INTO kpi_day_month VALUES (35, '2026-08-01', '{7}', null)");
        run("SET ROLE vaiwg_reader");
        String columns = "SELECT slice, theme, lpa, dimension, dimension_value FROM ";
        assertThat(rows(columns + "kpi_value WHERE \"window\" = '91d' ORDER BY kpi DESC, slice COLLATE \"C\""))
                .containsExactly(
                        "||||",
                        "age=55+;outcome=14;theme=other_sexual|other_sexual||age;outcome|55+;14",
                        "lpa=coventry;outcome=14;theme=rape|rape|coventry|outcome|14",
                        "outcome=14|||outcome|14",
                        "theme=rape|rape|||");
        assertThat(rows(columns + "kpi_day")).containsExactly("lpa=coventry;theme=rape|rape|coventry||");
    }

    @Test
    void days_under_an_older_definition_are_not_revised() throws SQLException {
        run("INSERT INTO kpi_day_month VALUES (5, '2026-08-01', '{1}', '{4}')");
        assertThat(rows("SELECT * FROM kpi_day")).isEmpty();
    }

    @Test
    void a_month_starts_on_its_first_day_and_has_as_many_denominators_as_numerators() {
        assertRejected("INSERT INTO kpi_day_month VALUES (4, '2026-08-02', '{1}', null)", "check constraint");
        assertRejected("INSERT INTO kpi_day_month VALUES (4, '2026-08-01', '{1}', '{1,2}')", "check constraint");
    }

    @Test
    void a_reader_sees_every_value_but_the_restricted() throws SQLException {
        run("INSERT INTO kpi_day_month VALUES (7, '2026-08-01', '{1}', '{4}'), (6, '2026-08-01', '{1}', null)");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT DISTINCT kpi FROM kpi_value ORDER BY kpi"))
                .containsExactly("attrition", "retired", "volume");
        assertThat(rows("SELECT DISTINCT kpi FROM kpi_day")).containsExactly("volume");
        for (String hidden :
                List.of("kpi_value_conduct", "kpi_day_conduct", "kpi_value_every", "kpi_day_every", "kpi_value_row")) {
            assertRejected("SELECT * FROM " + hidden, "permission denied");
        }
    }

    @Test
    void a_reader_cannot_look_behind_the_view_with_a_function_of_their_own() throws SQLException {
        run("CREATE SCHEMA theirs");
        run("GRANT ALL ON SCHEMA theirs TO vaiwg_reader");
        run("SET ROLE vaiwg_reader");
        run("""
                CREATE FUNCTION theirs.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS
                $$ BEGIN IF $1 = 'conduct' THEN RAISE EXCEPTION 'saw conduct'; END IF; RETURN true; END $$
                """);
        assertThat(rows("SELECT count(*) FROM kpi_value WHERE theirs.peek(kpi)"))
                .containsExactly("5");
    }

    /** The attack: a login that may only read fills the disk with tables of its own. */
    @Test
    void nobody_has_tables_of_their_own() throws SQLException {
        for (String role :
                List.of("vaiwg_reader", "vaiwg_dashboard", "vaiwg_conduct", "vaiwg_secretary", "vaiwg_writer")) {
            run("SET ROLE " + role);
            assertRejected(
                    "CREATE TEMPORARY TABLE filling AS SELECT generate_series(1, 10)",
                    "permission denied to create temporary tables");
        }
    }

    @Test
    void the_conduct_role_sees_the_restricted_values_in_views_of_their_own() throws SQLException {
        run("INSERT INTO kpi_value_row VALUES (3, '2026-11-02', 7, 19, 1)");
        run("INSERT INTO kpi_day_month VALUES (7, '2026-08-01', '{6}', '{14}')");
        run("SET ROLE vaiwg_conduct");
        assertThat(rows("SELECT kpi, numerator, denominator FROM kpi_value_conduct WHERE as_at = '2026-11-02'"))
                .containsExactly("conduct|7|19");
        assertThat(rows("SELECT kpi, day, numerator, mature FROM kpi_day_conduct"))
                .containsExactly("conduct|2026-08-01|6|t");
        assertThat(rows("SELECT kpi FROM kpi_value WHERE kpi = 'conduct'")).isEmpty();
    }

    @Test
    void of_fewer_than_five_people_nobody_reads_a_number() throws SQLException {
        run("INSERT INTO kpi_day_month VALUES (7, '2026-08-01', '{1}', '{14}')");
        run("SET ROLE vaiwg_conduct");
        assertThat(rows("SELECT kpi, suppressed, numerator IS NULL AND denominator IS NULL AND value IS NULL"
                        + " AND lower IS NULL AND upper IS NULL FROM kpi_value_conduct"))
                .containsExactly("conduct|t|t");
        assertThat(rows("SELECT day, suppressed, numerator IS NULL AND denominator IS NULL FROM kpi_day_conduct"))
                .containsExactly("2026-08-01|t|t");
    }

    @Test
    void a_difference_from_like_cases_is_shown_only_where_the_share_is_that_it_would_tell() throws SQLException {
        run("INSERT INTO kpi_value_row VALUES (3, '2026-11-02', 7, 19, 1)");
        run("INSERT INTO kpi_series VALUES (11, 'f', 'conduct_gap', 'recorded', '730d', '', 'new', null, true)");
        run("INSERT INTO kpi_estimate_row (series_id, value, lower, upper, as_at, data_through, at_risk, publication)"
                + " VALUES (11, 0.25, 0.125, 0.5, '2026-11-01', '2026-11-01', 40, 1),"
                + " (11, 0.25, 0.125, 0.5, '2026-11-02', '2026-11-02', 41, 1)");
        run("SET ROLE vaiwg_conduct");
        assertThat(rows("SELECT as_at, value FROM kpi_value_conduct WHERE kpi = 'conduct_gap'"))
                .as("2 of 9 on the first day, 7 of 19 on the second")
                .containsExactly("2026-11-02|0.25");
    }

    @ParameterizedTest
    @CsvSource({
        "share, 5, 10, f",
        "share, 4, 10, t",
        "share, 6, 10, t",
        "share, 10, 10, t",
        "share, 0, 40, t",
        "count, 5, null, f",
        "count, 4, null, t",
        "percentile, 2, 5, f",
        "percentile, 140, 4, t",
        "a kind that is gone, 200, 4, t"
    })
    void few_are_fewer_than_five_in_the_part_or_in_the_rest_or_under_a_percentile(
            String kind, String numerator, String denominator, String few) throws SQLException {
        assertThat(rows("SELECT of_too_few('%s', %s, %s)".formatted(kind, numerator, denominator)))
                .containsExactly(few);
    }

    @Test
    void a_measure_made_restricted_later_hides_what_was_published_before() throws SQLException {
        run("UPDATE kpi_dictionary SET until = '2026-12-01' WHERE kpi = 'volume'");
        run(
                "INSERT INTO kpi_dictionary VALUES (1, 2, '2026-12-01', 'infinity', 'volume', 'recording', 't', 'd', 'crimes', 'none', 'o',"
                        + " 's', 'new', 'count', 0, true, null)");
        assertThat(rows("SELECT kpi FROM kpi_value WHERE kpi = 'volume'")).isEmpty();
    }

    @Test
    void nobody_changes_what_was_published() {
        for (String table :
                List.of("kpi_value_pack", "kpi_snapshot", "kpi_signal_row", "kpi_verdict_row", "kpi_matter_row")) {
            assertRejected("DELETE FROM " + table, "insert-only");
            assertRejected("UPDATE " + table + " SET publication = 2", "insert-only");
            assertRejected("TRUNCATE " + table + " CASCADE", "insert-only");
        }
    }

    @Test
    void notes_are_written_by_the_job_and_read_by_the_others() throws SQLException {
        String note =
                "INSERT INTO kpi_note_row (force, signal_id, version, kind, cause, at, changed_at, event_id, known_at)"
                        + " VALUES ('f', 's', 1, '%s', 'a cause', now(), now(), gen_random_uuid(), now())";
        run("SET ROLE vaiwg_writer");
        run(note.formatted("note"));
        assertRejected(note.formatted("remark"), "check constraint");
        assertRejected("UPDATE kpi_note_row SET cause = 'another'", "permission denied");
        assertRejected("DELETE FROM kpi_note_row", "permission denied");
        run("RESET ROLE");
        assertRejected("UPDATE kpi_note_row SET cause = 'another'", "insert-only");
        assertRejected("DELETE FROM kpi_note_row", "insert-only");
        assertRejected("TRUNCATE kpi_note_row", "insert-only");
        signal("s", "attrition", "raised", false);
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT signal_id, cause FROM kpi_note")).containsExactly("s|a cause");
        assertRejected("SELECT * FROM kpi_note_row", "permission denied");
        assertRejected("SELECT * FROM kpi_note_conduct", "permission denied");
    }

    /** The attack: the number of a note is sent again with other words. */
    @Test
    void what_was_said_stays_beside_what_corrects_it() throws SQLException {
        signal("s", "attrition", "raised", false);
        run("SET ROLE vaiwg_writer");
        String note =
                "INSERT INTO kpi_note_row (force, signal_id, version, kind, cause, at, changed_at, event_id, known_at) VALUES"
                        + " ('f', 's', %d, 'note', '%s', now(), '%s', '00000000-0000-0000-0000-00000000000%d', '%s') ON CONFLICT DO NOTHING";
        run(note.formatted(1, "second thoughts", "2026-11-02 09:00Z", 2, "2026-11-02 10:00Z"));
        run(note.formatted(1, "a cause", "2026-11-01 09:00Z", 1, "2026-11-01 10:00Z"));
        run(note.formatted(2, "another", "2026-11-01 11:00Z", 3, "2026-11-01 12:00Z"));
        run(note.formatted(1, "sent again", "2026-11-01 09:00Z", 1, "2026-11-05 10:00Z"));
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT version, cause, correction FROM kpi_note ORDER BY known_at"))
                .containsExactly("1|a cause|f", "2|another|f", "1|second thoughts|t");
    }

    @Test
    void what_is_said_of_a_restricted_signal_is_read_by_the_conduct_role_only() throws SQLException {
        signal("s", "conduct", "raised", true);
        signal("t", "attrition", "raised", false);
        run("INSERT INTO kpi_note_row (force, signal_id, version, kind, cause, at, changed_at, event_id, known_at)"
                + " VALUES ('f', 's', 1, 'note', 'a cause', now(), now(), gen_random_uuid(), now()),"
                + " ('f', 't', 1, 'note', 'another', now(), now(), gen_random_uuid(), now())");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT cause FROM kpi_note")).containsExactly("another");
        run("SET ROLE vaiwg_conduct");
        assertThat(rows("SELECT cause FROM kpi_note_conduct")).containsExactly("a cause");
    }

    @Test
    void a_note_on_a_signal_that_is_not_known_is_restricted_until_it_is() throws SQLException {
        run("INSERT INTO kpi_note_row (force, signal_id, version, kind, cause, at, changed_at, event_id, known_at)"
                + " VALUES ('f', 'mistyped', 1, 'note', 'a cause', now(), now(), gen_random_uuid(), now())");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT cause FROM kpi_note")).isEmpty();
        run("SET ROLE vaiwg_conduct");
        assertThat(rows("SELECT cause FROM kpi_note_conduct")).containsExactly("a cause");
        run("RESET ROLE");
        signal("mistyped", "attrition", "raised", false);
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT cause FROM kpi_note")).containsExactly("a cause");
    }

    @Test
    void readers_see_by_which_post_a_signal_was_acknowledged_and_when() throws SQLException {
        signal("s", "attrition", "raised", false);
        signal("s", "attrition", "acknowledged", false);
        signal("c", "conduct", "acknowledged", true);
        run(
                "INSERT INTO kpi_note_row (force, signal_id, version, kind, post, at, changed_at, event_id, known_at) VALUES"
                        + " ('f', 's', 2, 'note', 'too late', now(), now(), gen_random_uuid(), '2026-11-01 09:00Z'),"
                        + " ('f', 's', 3, 'acknowledgement', 'Lead', now(), now(), gen_random_uuid(), '2026-10-31 10:00Z'),"
                        + " ('f', 's', 4, 'note', 'Deputy', now(), now(), gen_random_uuid(), '2026-10-31 11:00Z'),"
                        + " ('f', 'c', 1, 'note', 'Conduct', now(), now(), gen_random_uuid(), '2026-10-31 11:00Z')");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT signal_id, as_at, post, kind, known_at AT TIME ZONE 'UTC' FROM kpi_acknowledgement"))
                .containsExactly("s|2026-11-01|Lead|acknowledgement|2026-10-31 10:00:00");
    }

    @Test
    void how_far_conduct_has_come_readers_do_not_see() throws SQLException {
        run("SET ROLE vaiwg_writer");
        for (String stream : List.of("outcome", "conduct", "conduct")) {
            run("INSERT INTO kpi_feed_row VALUES (now(), now(), 'all', '" + stream + "') ON CONFLICT (force, stream)"
                    + " DO UPDATE SET updated_at = now()");
        }
        assertThat(rows("SELECT count(*) FROM kpi_feed_row")).containsExactly("2");
        for (String role : List.of("vaiwg_reader", "vaiwg_conduct", "vaiwg_explain")) {
            run("SET ROLE " + role);
            assertThat(rows("SELECT stream FROM kpi_feed")).containsExactly("outcome");
        }
    }

    @Test
    void what_a_stream_lacks_is_said_beside_how_far_it_is_complete_and_of_conduct_to_nobody() throws SQLException {
        run("SET ROLE vaiwg_writer");
        for (String stream : List.of("outcome", "stalking", "conduct")) {
            run("INSERT INTO kpi_feed_row VALUES (now(), now(), 'all', '" + stream + "')");
        }
        String total =
                "INSERT INTO kpi_control_total_row VALUES ('2031-01-0%d', '2031-01-0%d', '2031-01-0%d', 10, %d, '%s', '%s', '%s', '', '%s')";
        run(total.formatted(1, 2, 2, 8, "north", "outcome", "", "8 of 10"));
        run(total.formatted(1, 2, 3, 10, "north", "outcome", "", "mended"));
        run(total.formatted(2, 3, 3, 9, "south", "outcome", "", "9 of 10"));
        run(total.formatted(2, 3, 3, 1, "north", "outcome", "CANCELLED", "of a status"));
        run(total.formatted(2, 3, 3, 1, "north", "conduct", "", "1 of 10"));
        // As an upsert tells it again.
        run(total.formatted(2, 3, 3, 9, "south", "outcome", "", "9 of 10")
                + " ON CONFLICT (force, stream, counted_from, counted_to, status, code, known_at) DO UPDATE"
                + " SET received = excluded.received");
        for (String role : List.of("vaiwg_reader", "vaiwg_dashboard", "vaiwg_conduct")) {
            run("SET ROLE " + role);
            assertThat(rows("SELECT stream, agrees, received FROM kpi_feed WHERE force = 'all' ORDER BY 1"))
                    .containsExactly("outcome|f|9 of 10", "stalking|null|null");
        }
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT force, received FROM kpi_control_total WHERE status = '' ORDER BY known_at, force"))
                .containsExactly("north|8", "north|10", "south|9");
        assertThat(rows("SELECT FROM kpi_control_total WHERE stream = 'conduct'"))
                .isEmpty();
        assertRejected("SELECT FROM kpi_control_total_row", "permission denied");
    }

    @Test
    void a_stream_that_never_came_is_never_received_however_far_its_topic_is_complete() throws SQLException {
        run("SET ROLE vaiwg_writer");
        for (String stream : List.of("outcome", "stalking", "conduct")) {
            run("INSERT INTO kpi_feed_row VALUES (now(), now(), 'all', '" + stream + "')");
        }
        run(
                "INSERT INTO kpi_snapshot (publication, force, as_at, kind, granularity, daily_from, complete, row_count, digest,"
                        + " data_through, catalogue, history_from) SELECT 1, force, DATE '2031-01-01' + night, 'published', 'all', null, true,"
                        + " 0, '-', '{}', '-', '2023-01-01' FROM (VALUES ('north'), ('south')) f(force), generate_series(0, 1) night");
        run(
                "INSERT INTO kpi_stream_row SELECT 5, DATE '2030-12-01', null, as_at, 1, force, 'outcome', 'as usual', '', ''"
                        + " FROM kpi_snapshot WHERE as_at >= '2031-01-01'");
        run("INSERT INTO kpi_stream_row SELECT null, null, null, as_at, 1, force, 'stalking', 'never received', '', ''"
                + " FROM kpi_snapshot WHERE as_at >= '2031-01-01' AND force = 'north'");
        run(
                "INSERT INTO kpi_stream_row VALUES (2, '2030-12-01', '2030-12-02', '2031-01-02', 1, 'south', 'stalking', 'silent',"
                        + " 'Stalking records have not come.', 'stalking_visits')");
        run(
                "INSERT INTO kpi_stream_row VALUES (2, '2030-12-01', '2030-12-02', '2031-01-02', 1, 'south', 'conduct', 'silent',"
                        + " 'Conduct records have not come as usual.', 'police_misconduct')");
        assertRejected("UPDATE kpi_stream_row SET state = 'as usual'", "permission denied");
        for (String role : List.of("vaiwg_reader", "vaiwg_dashboard", "vaiwg_conduct")) {
            run("SET ROLE " + role);
            assertThat(rows(
                            "SELECT force, stream, state FROM kpi_feed WHERE stream IN ('outcome', 'stalking', 'conduct')"
                                    + " ORDER BY 1, 2"))
                    .as("of all forces the worst")
                    .containsExactly(
                            "all|outcome|as usual",
                            "all|stalking|silent",
                            "north|outcome|as usual",
                            "north|stalking|never received",
                            "south|outcome|as usual",
                            "south|stalking|silent");
        }
        assertThat(rows("SELECT state, sentence FROM kpi_stream_conduct"))
                .containsExactly("silent|Conduct records have not come as usual.");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT DISTINCT stream FROM kpi_stream ORDER BY 1")).containsExactly("outcome", "stalking");
        assertRejected("SELECT FROM kpi_stream_conduct", "permission denied");
    }

    @Test
    void the_writer_adds_values_and_editions_of_the_dictionary() throws SQLException {
        run("SET ROLE vaiwg_writer");
        run("INSERT INTO kpi_pack_place VALUES (10, 10, 1) ON CONFLICT DO NOTHING");
        run("INSERT INTO kpi_value_pack VALUES (10, '2026-11-04', 1, null, '{1}', '{2}')");
        run("INSERT INTO kpi_publication VALUES (2, now(), 'changed', '2026-10-01', '-', 2)");
        run("INSERT INTO kpi_feed_row VALUES (now(), now(), 'f', 'outcome') ON CONFLICT (force, stream)"
                + " DO UPDATE SET updated_at = now()");
        run("UPDATE kpi_dictionary SET until = '2026-11-05' WHERE kpi = 'volume'");
        assertRejected("UPDATE kpi_dictionary SET title = 'other'", "permission denied");
        assertRejected("DELETE FROM kpi_value_pack", "permission denied");
        assertThat(rows("SELECT count(*) FROM kpi_value_pack")).containsExactly("7");
    }

    @Test
    void a_published_value_whose_days_have_moved_is_listed_with_what_it_is_now() throws SQLException {
        // A year that ended 90 days before 1 November 2026: from 3 August 2025 to 2 August 2026.
        run("""
                INSERT INTO kpi_day_month VALUES (4, '2025-08-01', '{9,9,1}', '{9,9,2}'),
                  (4, '2026-08-01', '{0,1,9}', '{1,3,9}')
                """);
        assertThat(rows("""
                SELECT kpi, as_at, published_numerator, published_denominator, numerator_now, denominator_now, value_change, why
                FROM kpi_revision WHERE as_at = '2026-11-01'
                """))
                .containsExactly(
                        "attrition|2026-11-01|1|4|2|6|0.08333333333333331|+2 by versions that came later; +1 in the"
                                + " numerator, with these and with outcomes that came or changed later");
        run("UPDATE kpi_day_month SET numerators = '{0,0,9}' WHERE month = '2026-08-01'");
        run("UPDATE kpi_day_month SET denominators = '{1,1,9}' WHERE month = '2026-08-01'");
        assertThat(rows("SELECT * FROM kpi_revision WHERE as_at = '2026-11-01'"))
                .as("as it was published")
                .isEmpty();
    }

    @Test
    void restricted_values_are_no_revisions_for_everybody() throws SQLException {
        run("INSERT INTO kpi_series VALUES (9, 'f', 'conduct', 'recorded', '28d', '', 'new', null, true)");
        run("INSERT INTO kpi_value_row VALUES (9, '2026-11-01', 2, 9, 1)");
        assertThat(rows("SELECT kpi FROM kpi_revision WHERE kpi = 'conduct'")).isEmpty();
        assertThat(rows("SELECT DISTINCT kpi FROM kpi_revision_every WHERE kpi = 'conduct'"))
                .containsExactly("conduct");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT count(*) FROM release_change")).containsExactly("0");
        assertRejected("SELECT * FROM kpi_revision_every", "permission denied");
    }

    @Test
    void a_rate_of_a_source_that_tells_no_outcome_is_not_published_and_comes_back_with_the_first() throws SQLException {
        run(
                "INSERT INTO kpi_dictionary VALUES (1, 1, '-infinity', 'infinity', 'outcome_recorded', 'criminal_justice', 't', 'd', 'share', 'none', 'o', 's', 'new',"
                        + " 'share', 30, false, null)");
        run("""
                INSERT INTO kpi_series VALUES
                  (21, 'f', 'attrition', 'settled_1m', '1m', 'theme=violence_sexual', 'new', null, false),
                  (22, 'f', 'outcome_recorded', 'to_date', '12m', 'theme=violence_sexual', 'new', null, false),
                  (23, 'f', 'attrition', 'settled_1m', '', 'theme=violence_sexual', 'new', null, false),
                  (24, 'f', 'outcome_recorded', 'to_date', '', 'theme=violence_sexual', 'new', null, false)
                """);
        run("INSERT INTO kpi_value_row VALUES (21, '2026-11-01', 0, 40, 1), (22, '2026-11-01', 0, 400, 1)");
        run("INSERT INTO kpi_day_month VALUES (23, '2026-09-01', '{0}', '{40}'), (24, '2026-09-01', '{0}', '{40}')");
        String published = "SELECT kpi FROM kpi_value WHERE slice = 'theme=violence_sexual' ORDER BY kpi";
        String days = "SELECT kpi FROM kpi_day WHERE slice = 'theme=violence_sexual' ORDER BY kpi";
        assertThat(rows(published)).isEmpty();
        assertThat(rows(days)).isEmpty();
        run("INSERT INTO kpi_value_row VALUES (21, '2026-12-01', 0, 40, 1), (22, '2026-12-01', 1, 400, 1)");
        run("UPDATE kpi_day_month SET numerators = '{1}' WHERE series_id = 24");
        assertThat(rows(published)).containsExactly("attrition", "outcome_recorded");
        assertThat(rows(days)).containsExactly("attrition", "outcome_recorded");
    }

    @Test
    void a_counted_share_has_wilsons_interval_and_nothing_else_has() throws SQLException {
        // 1 of 4 and 15 of 30 by the published formula; of nothing there is none.
        assertThat(rows("SELECT as_at, round(lower::numeric, 4), round(upper::numeric, 4), provisional, data_through"
                        + " FROM kpi_value WHERE kpi = 'attrition' ORDER BY as_at"))
                .containsExactly(
                        "2026-11-01|0.0456|0.6994|f|null",
                        "2026-11-02|0.3315|0.6685|f|null",
                        "2026-11-03|null|null|f|null");
        assertThat(rows("SELECT lower, upper FROM kpi_value WHERE kpi = 'volume'"))
                .containsExactly("null|null");
        assertThat(rows("SELECT wilson_95(0, 20, -1), round(wilson_95(0, 20, 1)::numeric, 4), wilson_95(20, 20, 1)"))
                .containsExactly("0|0.1611|1");
    }

    @Test
    void an_estimate_is_a_provisional_value_without_counts_and_stays() throws SQLException {
        run("INSERT INTO kpi_series VALUES (9, 'f', 'attrition', 'incidence_90d', '28d', '', 'new', 90, false),"
                + " (10, 'f', 'conduct', 'incidence_90d', '28d', '', 'new', 90, true)");
        String columns = "INSERT INTO kpi_estimate_row"
                + " (series_id, value, lower, upper, as_at, data_through, at_risk, publication) VALUES ";
        run(columns + "(9, 0.25, 0.125, 0.5, '2026-11-01', '2026-10-27', 29, 1),"
                + " (9, 0.25, 0.125, 0.5, '2026-11-02', '2026-10-28', 30, 1),"
                + " (10, 0.25, 0.125, 0.5, '2026-11-01', '2026-10-27', 29, 1)");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT as_at, numerator, denominator, value, lower, upper, provisional, data_through, small"
                        + " FROM kpi_value WHERE basis = 'incidence_90d' ORDER BY as_at"))
                .containsExactly(
                        "2026-11-01|null|null|0.25|0.125|0.5|t|2026-10-27|t",
                        "2026-11-02|null|null|0.25|0.125|0.5|t|2026-10-28|f");
        assertRejected("SELECT * FROM kpi_estimate_every", "permission denied");
        run("RESET ROLE");
        assertRejected("DELETE FROM kpi_estimate_row", "insert-only");
        assertRejected(columns + "(9, 0.6, 0.1, 0.5, '2026-11-03', '2026-10-28', 30, 1)", "violates check constraint");
    }

    @Test
    void a_signal_is_said_once_in_known_words_and_one_of_conduct_is_not_for_everybody() throws SQLException {
        String columns =
                "INSERT INTO kpi_signal_row (publication, force, as_at, signal_id, kpi, basis, \"window\", slice, rule, state,"
                        + " change, day, since, n, observed, expected, sigma_z, false_alarms, paragraph, restricted) VALUES ";
        String rest = ", '2026-10-31', '2026-10-20', 100, 30, 20.5, 1, 'once in two years', 'said', false)";
        String raised = columns
                + "(1, 'f', '2026-11-01', 'a1', 'attrition', 'daily', '1d', '', 'daily_rise', 'act', 'raised'" + rest;
        run("SET ROLE vaiwg_writer");
        run(raised);
        run(raised.replace("'raised'", "'withdrawn'").replace("'2026-11-01'", "'2026-11-02'"));
        run(raised.replace("'attrition'", "'conduct'").replace("'a1'", "'b2'"));
        assertRejected(raised, "duplicate key");
        assertRejected(raised.replace("'act'", "'alarm'"), "violates check constraint");
        assertRejected(raised.replace("'raised'", "'forgotten'"), "violates check constraint");
        run("SET ROLE vaiwg_reader");
        assertThat(rows("SELECT signal_id, priority, change FROM kpi_signal ORDER BY as_at"))
                .containsExactly("a1|criminal_justice|raised", "a1|criminal_justice|withdrawn");
        assertRejected("SELECT * FROM kpi_signal_row", "permission denied");
        assertRejected("SELECT * FROM kpi_signal_conduct", "permission denied");
        run("SET ROLE vaiwg_conduct");
        assertThat(rows("SELECT signal_id FROM kpi_signal_conduct")).containsExactly("b2");
    }

    @Test
    void applying_the_migrations_again_changes_nothing() throws SQLException {
        String history = "SELECT version, checksum, installed_on FROM flyway_schema_history ORDER BY installed_rank";
        List<String> before = rows(history);
        assertThat(Migrations.apply(database)).startsWith("Nothing was to be done: the tables are at version ");
        assertThat(rows(history)).isEqualTo(before).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_job_starts_with_older_comments_and_migrating_brings_the_newer() throws SQLException {
        Database commented = TestServer.newDatabase();
        try (Connection owner = commented.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("COMMENT ON TABLE late_event IS 'older'");
            Migrations.require(commented);
            Migrations.apply(commented);
            assertThat(TestServer.rows(owner, "SELECT obj_description('late_event'::regclass)"))
                    .singleElement()
                    .asString()
                    .startsWith("Late events: ");
        }
    }

    @Test
    void views_of_an_older_build_are_made_anew_with_their_comments_and_who_reads_them() throws SQLException {
        Database older = TestServer.newDatabase();
        try (Connection owner = older.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE script = 'R__views.sql'");
            statement.execute("DROP VIEW kpi_value CASCADE");
            statement.execute("CREATE VIEW kpi_value AS SELECT 'older' AS kpi");
            assertThatThrownBy(() -> Migrations.require(older))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageMatching("The database at \\S+ has the tables or views of an older build, version 003:"
                            + " run ./vaiwg migrate of this build as the owner of the tables\\.");
            assertThat(Migrations.apply(older)).isEqualTo("Migrations applied: 1; the tables are at version 003.");
            Migrations.require(older);
            assertThat(TestServer.rows(owner, "SELECT obj_description('kpi_value'::regclass)"))
                    .singleElement()
                    .asString()
                    .startsWith("What was published");
            statement.execute("SET ROLE vaiwg_reader");
            assertThat(TestServer.rows(owner, "SELECT kpi, compared FROM kpi_value"))
                    .isEmpty();
            statement.execute("SET ROLE vaiwg_dashboard");
            assertThat(TestServer.rows(owner, "SELECT kpi, suppressed FROM kpi_value_dashboard"))
                    .isEmpty();
        }
    }

    @Test
    void a_user_who_may_not_create_roles_is_told_whom_to_ask() throws Exception {
        try (EmbeddedPostgres bare = EmbeddedPostgres.start();
                Connection admin = bare.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE USER plain");
            statement.execute("GRANT CREATE ON DATABASE postgres TO plain");
            statement.execute("CREATE ROLE vaiwg_reader NOLOGIN");
            Database plain = new Database("jdbc:postgresql://127.0.0.1:" + bare.getPort() + "/postgres", "plain", "");
            assertThatThrownBy(() -> Migrations.apply(plain))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("The database at " + plain.url() + " rejects: The roles vaiwg_audit, vaiwg_conduct,"
                            + " vaiwg_dashboard, vaiwg_explain, vaiwg_secretary, vaiwg_writer are missing and the user plain"
                            + " may not create them: ask an administrator to create them as NOLOGIN roles, or to give this"
                            + " user CREATEROLE, and start again.");
            for (String role : List.of("audit", "conduct", "dashboard", "explain", "secretary", "writer")) {
                statement.execute("CREATE ROLE vaiwg_" + role + " NOLOGIN");
            }
            assertThat(Migrations.apply(plain)).startsWith("Migrations applied: ");
            statement.execute("SET ROLE vaiwg_reader");
            assertThat(TestServer.rows(admin, "SELECT kpi FROM vaiwg.kpi_value"))
                    .isEmpty();
        }
    }

    @Test
    void a_database_of_a_newer_build_is_said_to_be_one() throws SQLException {
        Database newer = TestServer.newDatabase();
        add(newer, "900", "of a newer build");
        assertRefused(newer, "The database has the tables of a newer build, version 900: run that build.");
    }

    /** The last build with a migration for each change had 56 of them; none of its databases is in production. */
    @Test
    void a_database_of_a_build_before_the_baseline_is_not_migrated() throws SQLException {
        Database before = TestServer.newDatabase();
        try (Connection owner = before.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET description = 'tables' WHERE version = '001'");
        }
        add(before, "056", "groups by the themes year");
        assertRefused(
                before,
                "The database has the tables of a build before the baseline, which this build does not read:"
                        + " make a new database, run ./vaiwg migrate and start the job, which reads the log again.");
    }

    @Test
    void an_empty_database_has_no_tables_yet() throws SQLException {
        Database empty = TestServer.emptyDatabase();
        assertThatThrownBy(() -> Migrations.require(empty))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(" has no tables: run ./vaiwg migrate of this build");
    }

    @Test
    void what_a_publication_says_of_a_measure_is_not_rewritten_nor_reopened() throws SQLException {
        String reason = "The dictionary of a publication is not rewritten";
        assertRejected("UPDATE kpi_dictionary SET title = 'other'", reason);
        assertRejected("DELETE FROM kpi_dictionary", reason);
        assertRejected("TRUNCATE kpi_dictionary", "insert-only");
        run("UPDATE kpi_dictionary SET until = '2026-12-01'");
        assertRejected("UPDATE kpi_dictionary SET until = 'infinity'", reason);
    }

    @Test
    void a_reader_has_the_number_of_late_events_by_day_without_conduct_and_not_the_events() throws SQLException {
        run(
                "INSERT INTO late_event (topic, kafka_partition, kafka_offset, force, stream, event_id, changed_at, known_at) VALUES"
                        + " ('t', 0, 1, 'f', 'outcome', 'a', '2026-11-01 10:00Z', '2026-11-01 11:00Z'),"
                        + " ('t', 0, 2, 'f', 'outcome', 'b', '2026-11-01 10:00Z', '2026-11-01 13:00Z'),"
                        + " ('t', 0, 3, 'f', 'conduct', 'c', '2026-11-01 10:00Z', '2026-11-01 13:00Z')");
        for (String role : List.of("vaiwg_reader", "vaiwg_conduct")) {
            run("SET ROLE " + role);
            assertThat(rows("SELECT * FROM late_event_day")).containsExactly("f|outcome|2026-11-01|2|7200");
            assertRejected("SELECT * FROM late_event", "permission denied");
        }
        run("SET ROLE vaiwg_explain");
        assertThat(rows("SELECT count(*) FROM late_event")).containsExactly("3");
    }

    private static void add(Database database, String version, String description) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT max(installed_rank) + 1, '" + version + "', '"
                    + description + "', 'SQL', 'V.sql', 1, current_user, now(), 1, true FROM flyway_schema_history");
        }
    }

    private static void assertRefused(Database database, String sentence) {
        for (ThrowingCallable of :
                List.<ThrowingCallable>of(() -> Migrations.require(database), () -> Migrations.apply(database))) {
            assertThatThrownBy(of).isInstanceOf(DatabaseException.class).hasMessage(sentence);
        }
    }

    private void signal(String id, String kpi, String change, boolean restricted) throws SQLException {
        run(
                "INSERT INTO kpi_signal_row VALUES (1, 1, 1, '2026-11-01', '2026-10-31', '2026-10-01', 3, 1, %s, 'f', '%s', '%s',"
                                .formatted(restricted, id, kpi)
                        + " 'recorded', '28d', '', 'outside', 'watch', '" + change + "', 'rarely', 'a paragraph')");
    }

    /** As the owner can, who is not stopped by the triggers. */
    private void rewrite(String sql) throws SQLException {
        run("SET LOCAL session_replication_role = replica");
        run(sql);
        run("SET LOCAL session_replication_role = origin");
    }
}
