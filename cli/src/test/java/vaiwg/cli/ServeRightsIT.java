package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.report.ReportPublication;
import vaiwg.cli.options.ReaderConnections;
import vaiwg.jobs.store.Database;

/** With which rights pages are served: with those of one group, which the login of the database must be of. */
@Timeout(300)
class ServeRightsIT {
    private static final String ASKED =
            "SELECT current_user FROM (SELECT count(*) FROM vaiwg.kpi_value_conduct) conduct";

    @TempDir
    private static Path folder;

    private static ReportPublication published;

    @BeforeAll
    static void logins() throws Exception {
        published = new ReportPublication();
        published.run("CREATE ROLE reader LOGIN IN ROLE vaiwg_reader");
        published.run("CREATE ROLE standards LOGIN IN ROLE vaiwg_conduct");
        published.run("CREATE ROLE secretary LOGIN IN ROLE vaiwg_reader, vaiwg_conduct");
        Files.writeString(folder.resolve("grants"), "[standards]\nconduct = yes\n");
        Files.writeString(folder.resolve("secret"), "0123456789abcdef0123456789abcdef");
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void the_pages_of_the_report_have_no_rights_of_conduct_whoever_logs_in() throws Exception {
        for (String login : List.of("reader", "secretary", "postgres")) {
            assertThatThrownBy(() -> asked(ReaderConnections.READERS, login))
                    .as(login)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for view kpi_value_conduct");
        }
        assertThatThrownBy(() -> asked(ReaderConnections.READERS, "standards"))
                .hasMessageContaining("permission denied to set role");
        assertThat(asked(ReaderConnections.CONDUCT, "standards")).isEqualTo("vaiwg_conduct");
        assertThatThrownBy(() -> asked(ReaderConnections.CONDUCT, "reader"))
                .hasMessageContaining("permission denied to set role");
    }

    @Test
    void a_login_of_another_group_serves_neither() throws Exception {
        Answer conduct = serve("standards");
        assertThat(conduct.exitCode()).isEqualTo(2);
        assertThat(conduct.errors())
                .contains("These pages are shown with the rights of the group vaiwg_reader, which this login");
        Answer reader = serve("reader", restricted());
        assertThat(reader.exitCode()).isEqualTo(2);
        assertThat(reader.errors())
                .contains("These pages are shown with the rights of the group vaiwg_conduct, which this login");
    }

    @Test
    void the_restricted_annex_is_served_to_logins_alone_and_takes_no_answers() throws Exception {
        Answer open = serve("standards", "--restricted");
        assertThat(open.exitCode()).isEqualTo(2);
        assertThat(open.errors()).contains("The restricted annex is for logins that it is granted to: give --grants");
        Answer both = serve("standards", "--restricted", "--answers");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.errors()).contains("--answers", "--restricted", "mutually exclusive");
    }

    @Test
    void cases_are_listed_where_they_are_granted_and_by_a_login_that_has_the_right() throws Exception {
        Answer ungranted = serve("reader", "--cases");
        assertThat(ungranted.exitCode()).isEqualTo(2);
        assertThat(ungranted.errors()).contains("give --grants beside --cases");
        Answer reader =
                serve("reader", "--cases", "--grants", folder.resolve("grants").toString());
        assertThat(reader.exitCode()).isEqualTo(2);
        assertThat(reader.errors())
                .contains("Cases are listed with the rights of the group vaiwg_explain, which this login");
    }

    private static String[] restricted() {
        return new String[] {
            "--restricted",
            "--grants",
            folder.resolve("grants").toString(),
            "--proxy-header",
            "X-Forwarded-User",
            "--proxy-secret-file",
            folder.resolve("secret").toString()
        };
    }

    private static Answer serve(String login, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("serve", "--port", "0", "--database-user", login, "--database"));
        all.add(url());
        all.addAll(List.of(arguments));
        return Answer.to(all.toArray(String[]::new));
    }

    private static String asked(ReaderConnections readers, String login) throws SQLException {
        try (Connection connection = readers.of(new Database(url(), login, "")).open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ASKED)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String url() throws SQLException {
        return published.connection().getMetaData().getURL().replaceFirst("\\?.*", "");
    }
}
