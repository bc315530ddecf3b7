package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.access.AccessLog.Kind;
import vaiwg.board.report.ReportPublication;

/** The access log as a reader's login writes it. */
class DatabaseAccessLogIT {
    private static ReportPublication published;
    private final List<Connection> opened = new ArrayList<>();

    @BeforeAll
    static void publish() throws Exception {
        published = new ReportPublication();
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void every_kind_is_kept_and_a_broken_connection_is_opened_again() throws Exception {
        try (DatabaseAccessLog log = new DatabaseAccessLog(this::asReader)) {
            for (Kind kind : Kind.values()) {
                log.write(new Entry("a.b", "192.0.2.1", kind, "/x", Optional.of(200), Optional.of("why\nso")));
            }
            assertThat(opened).hasSize(1);
            opened.get(0).close();
            log.write(new Entry(
                    Entry.NOBODY, "192.0.2.1", Kind.PAGE, "x".repeat(5_000), Optional.empty(), Optional.empty()));
            assertThat(opened).hasSize(2);
        }
        assertThat(rows(
                        "SELECT login || ' ' || kind || ' ' || coalesce(status::text, 'none') || ' ' || coalesce(reason, 'none')"
                                + " FROM vaiwg.board_access ORDER BY at"))
                .containsExactly(
                        "a.b page 200 why so",
                        "a.b export 200 why so",
                        "a.b answer 200 why so",
                        "a.b explanation 200 why so",
                        "a.b refusal 200 why so",
                        "a.b login_failed 200 why so",
                        "- page none none");
        assertThat(rows("SELECT max(length(what))::text FROM vaiwg.board_access"))
                .containsExactly("300");
    }

    private Connection asReader() throws SQLException {
        Connection connection = published.anotherConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE vaiwg_reader");
        }
        opened.add(connection);
        return connection;
    }

    private static List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
