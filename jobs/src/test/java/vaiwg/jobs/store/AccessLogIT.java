package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wrote what into the log of access, who may read it, and that nobody changes it. */
class AccessLogIT extends InTransaction {
    @Override
    Database database() throws SQLException {
        return TestServer.newDatabase();
    }

    @BeforeEach
    void logIn() throws SQLException {
        run("CREATE ROLE pages LOGIN IN ROLE vaiwg_reader");
        run("SET SESSION AUTHORIZATION pages");
    }

    @Test
    void who_reads_may_add_to_it_by_the_function_alone_and_neither_reads_nor_changes_it() throws SQLException {
        log("a.lead", "10.1.2.3", "page", "/west-midlands/newest/summary", "200", "null");
        for (String rejected : List.of(
                "SELECT * FROM board_access",
                "INSERT INTO board_access (login, kind) VALUES ('somebody', 'page')",
                "UPDATE board_access SET login = 'somebody'",
                "DELETE FROM board_access",
                "SELECT forget_access('2030-01-01')")) {
            assertRejected(rejected, "permission denied");
        }
        assertRejected("SELECT log_access('a', null, 'coffee', null, null, null)", "violates check constraint");
        run("RESET SESSION AUTHORIZATION");
        assertThat(
                        rows(
                                "SELECT login, database_login, address, kind, what, status, reason, at >= now() FROM board_access"))
                .containsExactly("a.lead|pages|10.1.2.3|page|/west-midlands/newest/summary|200|null|t");
    }

    @Test
    void the_group_of_auditors_reads_it_and_writes_nothing() throws SQLException {
        log("a.lead", "10.1.2.3", "page", "/summary", "200", "null");
        log("b.reader", null, "refusal", "/answer", "403", "'does not hold the post'");
        run("RESET SESSION AUTHORIZATION");
        run("SET ROLE vaiwg_audit");
        assertThat(rows("SELECT login, database_login, address, kind, what FROM board_access ORDER BY login"))
                .containsExactly("a.lead|pages|10.1.2.3|page|/summary", "b.reader|pages|null|refusal|/answer");
        assertRejected("SELECT log_access('a', null, 'page', null, null, null)", "permission denied");
        assertRejected("SELECT * FROM kpi_value", "permission denied");
    }

    @Test
    void what_is_younger_than_two_years_stays_whoever_would_remove_it() throws SQLException {
        log("a.lead", null, "page", "/summary", "200", "null");
        run("RESET SESSION AUTHORIZATION");
        run("INSERT INTO board_access (at, login, kind) VALUES (now() - interval '25 months', 'gone', 'page'),"
                + " (now() - interval '23 months', 'still', 'page')");
        assertRejected("DELETE FROM board_access", "Access is kept for two years");
        assertRejected("UPDATE board_access SET login = 'nobody'", "insert-only");
        assertRejected("TRUNCATE board_access", "insert-only");
        assertRejected("SELECT forget_access((now() - interval '22 months')::date)", "Access is kept for two years");
        assertThat(rows("SELECT forget_access((now() - interval '24 months')::date)"))
                .containsExactly("1");
        assertThat(rows("SELECT login FROM board_access ORDER BY login")).containsExactly("a.lead", "still");
    }

    private void log(String login, String address, String kind, String what, String status, String reason)
            throws SQLException {
        run("SELECT log_access('%s', %s, '%s', '%s', %s, %s)"
                .formatted(login, address == null ? "null" : "'" + address + "'", kind, what, status, reason));
    }
}
