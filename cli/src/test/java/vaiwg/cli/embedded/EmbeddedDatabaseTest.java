package vaiwg.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.CommandFailure;

@Timeout(60)
class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void rows_survive_a_restart() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            ChildRun.execute(database, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1), (2)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "SELECT count(*) FROM kept")).isEqualTo("2");
        }
    }

    @Test
    void a_database_that_was_not_made_to_its_end_is_made_again() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        Files.createFile(data.resolve("postgresql.conf"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void listens_on_the_loopback_address_alone_and_is_gone_after_close() throws Exception {
        ServerProcess server;
        String url;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            url = database.jdbcUrl();
            assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "SHOW unix_socket_directories")).isEmpty();
            assertThat(query(database, "SELECT datcollate FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("C");
            server = database.process();
            assertThat(server.isRunning()).isTrue();
        }
        assertThat(server.isRunning()).isFalse();
        assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
    }

    @Test
    void a_process_id_of_somebody_else_in_the_pid_file_is_not_ours() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Path pidFile = Files.writeString(data.resolve("postmaster.pid"), other.pid() + "\n" + data + "\n");

            assertThat(ServerProcess.find(pidFile, data.toString())).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_folder_that_cannot_be_used_is_told_in_one_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("PostgreSQL did not start in " + file)
                .hasMessageContaining("choose another folder");
    }

    static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
