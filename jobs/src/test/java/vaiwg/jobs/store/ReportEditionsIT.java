package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editions of the dashboard's report: what may be written of them, by whom, and that nothing of it is written anew. */
class ReportEditionsIT extends InTransaction {
    private static final String MANIFEST = "convert_to('{\"files\": [{\"name\": \"index.html\", \"sha256\": \"'"
            + " || encode(sha256('page'), 'hex') || '\"}]}', 'UTF8')";

    private static Database database;

    @Override
    Database database() {
        return database;
    }

    /** Three logins that may register reports: an analyst, the post that approves, and a secretary. */
    @BeforeAll
    static void migrate() throws SQLException {
        database = TestServer.newDatabase();
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            for (String login : List.of("analyst", "chair", "secretary")) {
                statement.execute("CREATE ROLE " + login + " LOGIN IN ROLE vaiwg_secretary, vaiwg_reader");
            }
            statement.execute(
                    "INSERT INTO board_post VALUES ('chair', 'Head of Performance'), ('analyst', 'Head of Performance')");
        }
    }

    @AfterAll
    static void dropLogins() throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("DROP ROLE analyst, chair, secretary");
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        run("INSERT INTO kpi_publication VALUES (1, now(), 'the first', '2026-10-01', '-', 1)");
        run("""
                INSERT INTO kpi_snapshot(publication, force, as_at, kind, granularity, complete, row_count, digest, data_through, catalogue)
                VALUES (1, 'f', '2026-10-01', 'published', 'all', true, 1, '-', '{}', '-'),
                       (1, 'f', '2026-11-26', 'published', 'all', true, 1, '-', '{}', '-')
                """);
        as("analyst");
    }

    @Test
    void a_report_is_drafted_approved_and_issued_and_keeps_what_it_was_and_by_whom() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        run(draft(1, 2, "board", "2026-10-01", "NULL, NULL, NULL"));
        approved(1);
        issued(1);
        assertThat(one("SELECT string_agg(concat_ws(' ', draft, status, approved_by, drafted_login, approved_login,"
                        + " issued_login), ', ' ORDER BY draft) FROM board_report"))
                .isEqualTo("1 issued Head of Performance analyst chair secretary, 2 draft analyst");
        assertThat(one("SELECT issued_at >= approved_at AND approved_at >= drafted_at AND drafted_at >= now()"
                        + " FROM board_report WHERE draft = 1"))
                .as("by the clock of the database")
                .isEqualTo("t");
        assertThat(one("SELECT string_agg(name || ' ' || length(content), ', ' ORDER BY name) FROM board_report_file"))
                .isEqualTo("index.html 4, manifest.json 113");
    }

    /** The attack: one login drafts, approves as whomever it likes, issues, and gives the edition any bytes. */
    @Test
    void one_login_alone_issues_nothing() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        assertRejected(
                approve(1, 1, "Head of Performance"), "was drafted by the login analyst, which therefore does not");
        run("SET ROLE vaiwg_secretary");
        assertRejected(
                approve(1, 1, "Head of Performance"), "was drafted by the login analyst, which therefore does not");
        as("secretary");
        assertRejected(
                approve(1, 1, "Head of Performance"), "The login secretary does not hold the post \"Head of Perf");
        as("chair");
        assertRejected(
                approve(1, 1, "Chair of the Strategy Board"), "does not hold the post \"Chair of the Strategy Board\"");
        run(approve(1, 1, "Head of Performance"));
        assertRejected(issue(1), "was approved by the login chair, which therefore does not issue it");
        for (String direct : List.of(
                "UPDATE board_report SET status = 'issued', issued_at = now()",
                "INSERT INTO board_report SELECT * FROM board_report",
                "INSERT INTO board_report_file VALUES (1, 'f', 'index.html', 'forged')",
                "INSERT INTO board_post VALUES ('secretary', 'Chair of the Strategy Board')")) {
            assertRejected(direct, "permission denied");
        }
        as("analyst");
        run(issue(1));
        assertThat(one("SELECT approved_login || ' ' || issued_login FROM board_report"))
                .isEqualTo("chair analyst");
    }

    @Test
    void what_is_issued_is_what_was_approved_to_the_byte() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        approved(1);
        as("secretary");
        String forged = issue(1).replace("'page'::bytea", "'forged'::bytea");
        assertRejected(forged, "The file index.html is not one that edition 1 of f was issued with");
        assertRejected(
                forged.replace("sha256('page')", "sha256('forged')"), "as edition 1 of f is not what was approved");
        assertRejected(
                "SELECT issue_report('f', 1, 1, ARRAY['index.html'], ARRAY['page'::bytea])",
                "manifest.json among them");
        assertRejected(
                issue(1).replace(", 'index.html']", "]").replace(", 'page'::bytea]", "]"),
                "A file that the manifest of edition 1 of f names is missing");
        assertRejected(
                issue(1).replace(", 'index.html']", ", 'index.html', 'more']").replace("'page'::bytea]", "'page', '']"),
                "The file more is not one that edition 1 of f was issued with");
        run(issue(1));
        run("RESET SESSION AUTHORIZATION");
        assertRejected(
                "INSERT INTO board_report_file VALUES (1, 'f', 'annex.html', 'forged')",
                "its manifest does not name these bytes");
    }

    @Test
    void a_report_begins_as_a_draft_of_figures_that_are_published() throws SQLException {
        String draft = draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL");
        assertRejected(draft(1, 1, "board", "2026-09-30", "NULL, NULL, NULL"), "violates foreign key");
        assertRejected(draft(1, 1, "everybody", "2026-10-01", "NULL, NULL, NULL"), "violates check constraint");
        assertRejected(draft(0, 1, "board", "2026-10-01", "NULL, NULL, NULL"), "violates check constraint");
        assertRejected(draft.replace("repeat('a', 64)", "'abc'"), "violates check constraint");
        assertRejected(draft.replace("'2026-11-26 07:00Z'", "now() + interval '1 hour'"), "violates check constraint");
    }

    @Test
    void it_goes_forward_only_and_one_draft_of_an_edition_does() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        run(draft(1, 2, "board", "2026-10-01", "NULL, NULL, NULL"));
        String rewritten = "A report is not rewritten";
        assertRejected(issue(1), rewritten);
        approved(1);
        assertRejected(approve(1, 2, "Head of Performance"), "duplicate key");
        assertRejected(approve(1, 1, "Head of Performance"), rewritten);
        assertRejected(approve(9, 1, "Head of Performance"), "There is no draft 1 of edition 9 of f");
        assertRejected(draft(1, 3, "board", "2026-10-01", "NULL, NULL, NULL"), "Edition 1 of f has been approved");
        issued(1);
        assertRejected(issue(1), rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as_at = '2026-11-26'",
                "notes_until = '2026-01-01'",
                "tier = 'public'",
                "edition = 7",
                "previous = NULL, replaces = NULL, what_changed = NULL",
                "drafted_at = '2026-01-01', notes_until = '2026-01-01'",
                "drafted_login = 'chair'",
                "issued_login = 'chair'"
            })
    void nothing_else_moves_with_the_status(String otherwise) throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        approved(1);
        issued(1);
        as("analyst");
        run(draft(2, 1, "board", "2026-10-01", "1, 1, 'The figures of Solihull'"));
        run("RESET SESSION AUTHORIZATION");
        run("INSERT INTO board_post VALUES ('postgres', 'Head of Performance')");
        assertRejected(
                "UPDATE board_report SET status = 'approved', approved_by = 'Head of Performance', " + otherwise
                        + " WHERE edition = 2",
                "A report is not rewritten");
    }

    @Test
    void it_is_read_beside_a_report_that_was_issued_to_the_same_readers_before() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        approved(1);
        assertRejected(draft(2, 1, "board", "2026-11-26", "1, NULL, NULL"), "Edition 1 of f has not been issued");
        issued(1);
        run(draft(2, 1, "board", "2026-11-26", "1, NULL, NULL"));
        run(draft(3, 1, "board", "2026-10-01", "NULL, 1, 'The figures of Solihull'"));
        assertRejected(draft(4, 1, "public", "2026-11-26", "1, NULL, NULL"), "has not been issued for the public tier");
        assertRejected(draft(4, 1, "board", "2026-11-26", "2, NULL, NULL"), "Edition 2 of f has not been issued");
        assertRejected(draft(4, 1, "board", "2026-11-26", "4, NULL, NULL"), "has not been issued");
        assertRejected(draft(4, 1, "board", "2026-11-26", "NULL, 1, NULL"), "violates check constraint");
        assertRejected(draft(4, 1, "board", "2026-11-26", "NULL, NULL, 'Nothing'"), "violates check constraint");
    }

    @Test
    void the_secretary_writes_it_readers_read_it_and_the_job_has_no_part_in_it() throws SQLException {
        run(draft(1, 1, "board", "2026-10-01", "NULL, NULL, NULL"));
        assertRejected("DELETE FROM board_report", "permission denied");
        assertRejected("UPDATE board_report SET notes_until = now()", "permission denied");
        run("SET ROLE vaiwg_secretary");
        assertRejected("SELECT * FROM kpi_value", "permission denied");
        run("RESET SESSION AUTHORIZATION");
        for (String role : List.of("vaiwg_reader", "vaiwg_conduct", "vaiwg_explain", "vaiwg_audit")) {
            run("SET ROLE " + role);
            assertThat(one("SELECT count(*) FROM board_report")).isEqualTo("1");
            assertRejected(draft(2, 1, "board", "2026-10-01", "NULL, NULL, NULL"), "permission denied");
            assertRejected(approve(1, 1, "Head of Performance"), "permission denied");
        }
        run("SET ROLE vaiwg_writer");
        assertRejected("SELECT * FROM board_report", "permission denied");
        run("RESET ROLE");
        assertRejected("DELETE FROM board_report", "A report is not rewritten");
        assertRejected("TRUNCATE board_report", "A report is not rewritten");
    }

    @Test
    void every_column_says_what_it_is() throws SQLException {
        assertThat(one(
                        "SELECT string_agg(attname, ', ') FROM pg_attribute WHERE attrelid = 'board_report'::regclass AND attnum > 0"
                                + " AND col_description(attrelid, attnum) IS NULL"))
                .isNull();
    }

    private void approved(int edition) throws SQLException {
        as("chair");
        run(approve(edition, 1, "Head of Performance"));
    }

    private void issued(int edition) throws SQLException {
        as("secretary");
        run(issue(edition));
    }

    private static String approve(int edition, int draft, String post) {
        return "SELECT approve_report('f', %d, %d, '%s', repeat('b', 64), encode(sha256(%s), 'hex'))"
                .formatted(edition, draft, post, MANIFEST);
    }

    private static String issue(int edition) {
        return "SELECT issue_report('f', %d, 1, ARRAY['manifest.json', 'index.html'], ARRAY[%s, 'page'::bytea])"
                .formatted(edition, MANIFEST);
    }

    /** @param rest previous, replaces and what changed */
    private static String draft(int edition, int draft, String tier, String asAt, String rest) {
        return "SELECT draft_report('f', %d, %d, '%s', 1, '%s', '2026-11-26 07:00Z', %s, repeat('a', 64))"
                .formatted(edition, draft, asAt, tier, rest);
    }

    /** From here on somebody else is logged in. */
    private void as(String login) throws SQLException {
        run("SET SESSION AUTHORIZATION " + login);
    }

    private String one(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
