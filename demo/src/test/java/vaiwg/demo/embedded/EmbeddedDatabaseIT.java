package vaiwg.demo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.Database;

@Timeout(60)
class EmbeddedDatabaseIT {
    @TempDir
    Path folder;

    @Test
    void rows_survive_a_restart() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            ChildRun.execute(database, "CREATE TABLE public.kept (n int); INSERT INTO public.kept VALUES (1), (2)");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "SELECT count(*) FROM public.kept")).isEqualTo("2");
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
        Database reachable;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            reachable = database.database();
            assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "SHOW unix_socket_directories")).isEmpty();
            assertThat(query(database, "SELECT datcollate FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("C");
            server = database.process();
            assertThat(server.isRunning()).isTrue();
        }
        assertThat(server.isRunning()).isFalse();
        assertThatThrownBy(() -> reachable.connect()).isInstanceOf(SQLException.class);
    }

    @Test
    void asks_for_the_password_that_only_the_folders_owner_can_read_and_keeps_it() throws Exception {
        Path file = EmbeddedDatabase.passwordFile(folder);
        String password;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            password = Files.readString(file);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            for (String wrong : List.of("", "postgres", password + "x")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(database.database().url(), "postgres", wrong))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
            assertThat(query(
                            database,
                            "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'postgres'"))
                    .isEqualTo("t");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(Files.readString(file)).isEqualTo(password);
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_of_a_build_that_asked_for_no_password_keeps_its_rows_and_asks_from_now_on() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            ChildRun.execute(
                    database,
                    "CREATE TABLE public.kept (n int); INSERT INTO public.kept VALUES (1); ALTER ROLE postgres PASSWORD NULL");
        }
        Files.delete(EmbeddedDatabase.passwordFile(folder));
        Files.writeString(folder.resolve("data/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "SELECT count(*) FROM public.kept")).isEqualTo("1");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(database.database().url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void starts_though_another_process_has_the_number_of_the_server_that_was_killed() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            ChildRun.execute(database, "CREATE TABLE public.kept (n int); INSERT INTO public.kept VALUES (1)");
        }
        Path data = folder.resolve("data");
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Path pidFile = Files.writeString(
                    data.resolve("postmaster.pid"),
                    other.pid() + "\n" + data + "\n1795700000\n0\n\n127.0.0.1\n0 0\nready\n");
            assertThat(ServerProcess.find(pidFile, data.toString())).isEmpty();

            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                assertThat(query(database, "SELECT count(*) FROM public.kept")).isEqualTo("1");
            }
            assertThat(other.isAlive()).isTrue();
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
        try (Connection connection = database.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
