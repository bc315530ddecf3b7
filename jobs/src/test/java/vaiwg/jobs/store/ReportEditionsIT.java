package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editions of the dashboard's report: what may be written of them, by whom, and that nothing of it is written anew. */
class ReportEditionsIT {
    private static final String APPROVE =
            "UPDATE board_report SET status = 'approved', approved_by = 'Head of Performance',"
                    + " approved_at = '2026-11-26 09:00Z', manifest_sha256 = repeat('b', 64) WHERE edition = %d AND draft = %d";
    private static final String ISSUE = "UPDATE board_report SET status = 'issued', issued_at = '2026-11-27 09:00Z',"
            + " manifest_sha256 = repeat('c', 64) WHERE edition = %d AND draft = 1";

    private static Database database;

    private Connection connection;

    @BeforeAll
    static void migrate() throws SQLException {
        database = TestServer.newDatabase();
    }

    /** Each test works in a transaction of its own that is thrown away. */
    @BeforeEach
    void begin() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        run("INSERT INTO kpi_publication VALUES (1, now(), 'the first', '2026-10-01', '-', 1)");
        run("""
                INSERT INTO kpi_snapshot(publication, force, as_at, kind, granularity, complete, row_count, digest, data_through, catalogue)
                VALUES (1, 'f', '2026-10-01', 'published', 'all', true, 1, '-', '{}', '-'),
                       (1, 'f', '2026-11-26', 'published', 'all', true, 1, '-', '{}', '-')
                """);
        run("SET ROLE vaiwg_secretary");
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_report_is_drafted_approved_and_issued_and_keeps_what_it_was() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        run(draft(1, 2, "board", "2026-10-01", "NULL, NULL, NULL"));
        run(APPROVE.formatted(1, 1));
        run(ISSUE.formatted(1));
        assertThat(one(
                        "SELECT string_agg(draft || ' ' || status || ' ' || coalesce(approved_by, '-') || ' ' || left(manifest_sha256, 1),"
                                + " ', ' ORDER BY draft) FROM board_report"))
                .isEqualTo("1 issued Head of Performance c, 2 draft - a");
    }

    @Test
    void a_report_begins_as_a_draft_of_figures_that_are_published() throws SQLException {
        rejected(
                draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL").replace("'draft'", "'issued'"),
                "A report begins as a draft");
        rejected(draft(1, 1, "board", "2026-09-30", "NULL, NULL, NULL"), "violates foreign key");
        rejected(draft(1, 1, "everybody", "2026-10-01", "NULL, NULL, NULL"), "violates check constraint");
        rejected(draft(0, 1, "board", "2026-10-01", "NULL, NULL, NULL"), "violates check constraint");
        rejected(
                draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL").replace("repeat('a', 64)", "'abc'"),
                "violates check constraint");
    }

    @Test
    void it_goes_forward_only_and_one_draft_of_an_edition_does() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        run(draft(1, 2, "board", "2026-10-01", "NULL, NULL, NULL"));
        String rewritten = "A report is not rewritten";
        rejected(ISSUE.formatted(1), rewritten);
        rejected("UPDATE board_report SET manifest_sha256 = repeat('d', 64)", rewritten);
        rejected("UPDATE board_report SET status = 'approved' WHERE draft = 1", "violates check constraint");
        run(APPROVE.formatted(1, 1));
        rejected(APPROVE.formatted(1, 2), "duplicate key");
        rejected(APPROVE.formatted(1, 1), rewritten);
        rejected("UPDATE board_report SET approved_by = 'Another post' WHERE draft = 1", rewritten);
        rejected(draft(1, 3, "board", "2026-10-01", "NULL, NULL, NULL"), "Edition 1 of f has been approved");
        run(ISSUE.formatted(1));
        rejected("UPDATE board_report SET status = 'approved', issued_at = NULL WHERE draft = 1", rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as_at = '2026-11-26'",
                "notes_until = '2026-01-01'",
                "tier = 'public'",
                "edition = 7",
                "previous = NULL, replaces = NULL, what_changed = NULL",
                "drafted_at = '2026-01-01', notes_until = '2026-01-01'"
            })
    void nothing_else_moves_with_the_status(String otherwise) throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        run(APPROVE.formatted(1, 1));
        run(ISSUE.formatted(1));
        run(draft(2, 1, "board", "2026-10-01", "1, 1, 'The figures of Solihull'"));
        run("RESET ROLE");
        rejected(APPROVE.formatted(2, 1).replace("SET ", "SET " + otherwise + ", "), "A report is not rewritten");
    }

    @Test
    void it_is_read_beside_a_report_that_was_issued_to_the_same_readers_before() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        run(APPROVE.formatted(1, 1));
        rejected(draft(2, 1, "board", "2026-11-26", "1, NULL, NULL"), "Edition 1 of f has not been issued");
        run(ISSUE.formatted(1));
        run(draft(2, 1, "board", "2026-11-26", "1, NULL, NULL"));
        run(draft(3, 1, "board", "2026-10-01", "NULL, 1, 'The figures of Solihull'"));
        rejected(draft(4, 1, "public", "2026-11-26", "1, NULL, NULL"), "has not been issued for the public tier");
        rejected(draft(4, 1, "board", "2026-11-26", "2, NULL, NULL"), "Edition 2 of f has not been issued");
        rejected(draft(4, 1, "board", "2026-11-26", "4, NULL, NULL"), "has not been issued");
        rejected(draft(4, 1, "board", "2026-11-26", "NULL, 1, NULL"), "violates check constraint");
        rejected(draft(4, 1, "board", "2026-11-26", "NULL, NULL, 'Nothing'"), "violates check constraint");
    }

    @Test
    void the_secretary_writes_it_readers_read_it_and_the_job_has_no_part_in_it() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        rejected("DELETE FROM board_report", "permission denied");
        rejected("SELECT * FROM kpi_value", "permission denied");
        rejected("UPDATE board_report SET notes_until = now()", "permission denied");
        for (String role : List.of("vaiwg_reader", "vaiwg_conduct", "vaiwg_explain")) {
            run("SET ROLE " + role);
            assertThat(one("SELECT count(*) FROM board_report")).isEqualTo("1");
            rejected(draft(2, 1, "board", "2026-10-01", "NULL, NULL, NULL"), "permission denied");
            rejected(APPROVE.formatted(1, 1), "permission denied");
        }
        run("SET ROLE vaiwg_writer");
        rejected("SELECT * FROM board_report", "permission denied");
        run("RESET ROLE");
        rejected("DELETE FROM board_report", "A report is not rewritten");
        rejected("TRUNCATE board_report", "A report is not rewritten");
    }

    @Test
    void every_column_says_what_it_is() throws SQLException {
        assertThat(one(
                        "SELECT string_agg(attname, ', ') FROM pg_attribute WHERE attrelid = 'board_report'::regclass AND attnum > 0"
                                + " AND col_description(attrelid, attnum) IS NULL"))
                .isNull();
    }

    /** @param rest previous, replaces and what changed */
    private static String draft(int edition, int draft, String tier, String asAt, String rest) {
        return "INSERT INTO board_report (edition, draft, force, tier, as_at, publication, status, drafted_at, notes_until, manifest_sha256,"
                + " previous, replaces, what_changed) VALUES (" + edition + ", " + draft + ", 'f', '" + tier + "', '"
                + asAt
                + "', 1, 'draft', '2026-11-26 08:00Z', '2026-11-26 07:00Z', repeat('a', 64), " + rest + ")";
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The rejection must not end the test's transaction. */
    private void rejected(String sql, String reason) {
        assertThatThrownBy(() -> {
                    Savepoint before = connection.setSavepoint();
                    try {
                        run(sql);
                    } finally {
                        connection.rollback(before);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(reason);
    }
}
