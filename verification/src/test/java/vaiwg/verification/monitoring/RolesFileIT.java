package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;

/** The file that makes database, groups and logins, run as its first lines say. */
class RolesFileIT {
    private static final String DATABASE = "of the site";
    private static final List<String> LOGINS = List.of(
            "vaiwg_owner",
            "vaiwg_job",
            "vaiwg_grafana",
            "vaiwg_grafana_conduct",
            "vaiwg_board_conduct",
            "vaiwg_board",
            "vaiwg_report",
            "vaiwg_approver",
            "vaiwg_auditor");
    private static final String SETTINGS =
            "SELECT string_agg(concat_ws(' ', rolname, rolconnlimit, array_to_string(rolconfig, ' ')), ', ' ORDER BY rolname)"
                    + " FROM pg_roles WHERE rolcanlogin AND rolname LIKE 'vaiwg%'";

    @TempDir
    private Path folder;

    @Test
    void it_makes_all_that_the_product_needs_and_twice_does_no_harm() throws Exception {
        Path passwords = Files.createDirectories(folder.resolve("passwords of the site"));
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            assertThatThrownBy(() -> RolesFile.run(postgres, passwords, DATABASE))
                    .hasMessageContaining("Write a password into each of the files");
            for (String login : LOGINS) {
                Files.writeString(passwords.resolve(login), "of '" + login + "'\n");
            }
            RolesFile.run(postgres, passwords, DATABASE);
            Database owner = login(postgres, "vaiwg_owner");
            Migrations.apply(owner);
            String settings = one(owner, SETTINGS);
            assertThat(settings)
                    .contains(
                            "vaiwg_grafana 20 statement_timeout=60s idle_in_transaction_session_timeout=60s temp_file_limit=1GB,")
                    .contains("vaiwg_job 40,", "vaiwg_report 5 temp_file_limit=1GB");
            RolesFile.run(postgres, passwords, DATABASE);
            assertThat(one(owner, SETTINGS)).isEqualTo(settings);

            Migrations.require(login(postgres, "vaiwg_job"));
            Map.of(
                            "vaiwg_grafana", "kpi_value_dashboard",
                            "vaiwg_grafana_conduct", "kpi_value_conduct",
                            "vaiwg_board_conduct", "kpi_value_conduct",
                            "vaiwg_board", "kpi_value",
                            "vaiwg_report", "board_post",
                            "vaiwg_approver", "board_report",
                            "vaiwg_auditor", "board_access")
                    .forEach((login, table) -> assertThat(one(login(postgres, login), "SELECT count(*) FROM " + table))
                            .as(login)
                            .isEqualTo("0"));
            assertThatThrownBy(() -> one(login(postgres, "vaiwg_grafana"), "CREATE TEMPORARY TABLE filling (i int)"))
                    .hasMessageContaining("permission denied to create temporary tables");
        }
    }

    private static Database login(EmbeddedDatabase postgres, String login) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/of%20the%20site", login, "of '" + login + "'");
    }

    private static String one(Database database, String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
