package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.SelfSigned;

class DatabaseIT {
    private static final String SECRET = "of-the-test";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/x?password=of-the-test",
                "jdbc:postgresql://127.0.0.1:1/x?ssl=true&pass%77ord=of-the-test",
                "jdbc:postgresql://somebody:of-the-test@127.0.0.1:1/x",
                "postgres://somebody:of-the-test@127.0.0.1:1/x"
            })
    void a_password_in_the_address_is_rejected_and_not_repeated(String url) {
        assertThatThrownBy(() -> new Database(url, "somebody", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The database's address holds a password or a user: take them out, and give them as"
                        + " VAIWG_DATABASE_PASSWORD and VAIWG_DATABASE_USER.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://127.0.0.1/x", "127.0.0.1:5432", "jdbc:mysql://127.0.0.1/x", ""})
    void an_address_of_another_form_is_rejected_with_the_form_that_is_wanted(String url) {
        assertThatThrownBy(() -> new Database(url, "somebody", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The database's address must begin with jdbc:postgresql://, as in"
                        + " jdbc:postgresql://127.0.0.1:5432/vaiwg.");
    }

    @Test
    void an_absent_server_is_named_without_the_parameters_of_its_address_and_no_text_of_it_holds_a_secret() {
        Database database = new Database("jdbc:postgresql://127.0.0.1:1/x?sslpassword=" + SECRET, "somebody", SECRET);
        assertThat(database.toString()).isEqualTo("somebody at jdbc:postgresql://127.0.0.1:1/x");
        String sentence =
                "The database at jdbc:postgresql://127.0.0.1:1/x cannot be reached: start it, or correct its address.";
        assertThatThrownBy(database::connectOrFail)
                .isInstanceOf(DatabaseException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> Migrations.apply(database))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(sentence);
    }

    @Test
    void a_connection_does_not_wait_for_ever_and_what_the_address_says_comes_first() throws SQLException {
        Database database = TestServer.newDatabase();
        try (Connection connection = database.connect()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(300_000);
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "application_name")).isEqualTo("vaiwg");
        }
        try (Connection connection = database.answeringIn(35).connect()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(35_000);
        }
        Database own = new Database(
                database.url() + "&socketTimeout=7&ApplicationName=ours&options=-c%20synchronous_commit=off",
                database.user(),
                "");
        try (Connection connection = own.answeringIn(35).connect()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(7_000);
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("off");
            assertThat(setting(connection, "application_name")).isEqualTo("ours");
        }
    }

    @Test
    void tls_is_checked_and_each_rejection_has_its_sentence() throws Exception {
        Path certificate = certificate("server");
        Path rules = Files.writeString(folder.resolve("hba.conf"), """
                host all postgres 127.0.0.1/32 trust
                hostssl all guarded 127.0.0.1/32 scram-sha-256
                hostssl all open 127.0.0.1/32 trust
                """);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.toString())
                .setServerConfig("ssl_key_file", key("server").toString())
                .setServerConfig("hba_file", rules.toString())
                .start()) {
            String address = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            try (Connection admin = server.getPostgresDatabase().getConnection();
                    Statement statement = admin.createStatement()) {
                statement.execute("CREATE USER guarded PASSWORD '" + SECRET + "'");
            }
            String checked = address + "?sslmode=verify-full&sslrootcert=";
            try (Connection connection = new Database(checked + certificate, "guarded", SECRET).connectOrFail();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isTrue();
            }
            assertSentence(
                    new Database(checked + certificate("another"), "guarded", SECRET),
                    "The database at " + address
                            + " shows a certificate that is not trusted: name its authority's certificate"
                            + " with sslrootcert in the address, and the server as the certificate names it.");
            assertSentence(
                    new Database(checked + certificate, "guarded", ""),
                    "The password is not set: give that of the database's user guarded as VAIWG_DATABASE_PASSWORD.");
            assertSentence(
                    new Database(checked + certificate, "guarded", "another"),
                    "The database at " + address
                            + " rejects the user guarded: correct VAIWG_DATABASE_USER or VAIWG_DATABASE_PASSWORD.");
            assertSentence(
                    new Database(checked.replace("/postgres?", "/absent?") + certificate, "guarded", SECRET),
                    "The database at " + address.replace("/postgres", "/absent")
                            + " is not there: create it, or correct its address.");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String address = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            assertSentence(
                    new Database(address + "?sslmode=require", "postgres", ""),
                    "The database at " + address
                            + " offers no TLS: switch it on there (ssl = on), or correct sslmode in the" + " address.");
        }
    }

    /** What the digest says where its login may not ask for longer. */
    @Test
    void a_statement_that_took_too_long_is_the_logins_limit() {
        assertThat(new DatabaseException(
                        new Database("jdbc:postgresql://127.0.0.1:1/vaiwg", "vaiwg_board", ""),
                        new SQLException("canceling statement due to statement timeout", "57014")))
                .hasMessage(
                        "The database took longer than the login may ask (statement_timeout of vaiwg_board): try again when it has less to do.");
    }

    private static void assertSentence(Database database, String sentence) {
        assertThatThrownBy(database::connectOrFail)
                .isInstanceOf(DatabaseException.class)
                .hasMessage(sentence);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A key with a certificate for 127.0.0.1 that it signed itself; returns the certificate, the key is beside it. */
    private Path certificate(String name) throws Exception {
        KeyStore keys = SelfSigned.keys(folder, name);
        Files.createFile(key(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key(name),
                SelfSigned.pem(
                        "PRIVATE KEY",
                        keys.getKey(name, SelfSigned.PASSWORD.toCharArray()).getEncoded()));
        return Files.writeString(
                folder.resolve(name + ".crt"),
                SelfSigned.pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
    }

    private Path key(String name) {
        return folder.resolve(name + ".key");
    }
}
