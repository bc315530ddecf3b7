package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Migrations;

/**
 * The services' own commands, configurations, mounts and health checks, on Debian's programs of the same versions instead of the
 * images. Only the ports are others. The whole together is in {@link TryImagesIT}.
 */
@Timeout(300)
class ComposeServicesIT {
    private static ComposeFile compose;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws Exception {
        compose = ComposeFile.read();
    }

    @Test
    void prometheus_starts_with_its_command_tells_its_health_and_knows_where_links_lead() throws Exception {
        Path configuration = folder.resolve("configuration");
        runs("prometheus", "prometheus", 9090, port -> {
            NativeService.run(
                    List.of(
                            "wget",
                            "-qO",
                            configuration.toString(),
                            "http://127.0.0.1:" + port + "/api/v1/status/config"),
                    Map.of());
            assertThat(Project.json(configuration).at("/data/yaml").asText())
                    .contains(
                            "vaiwg_grafana_url: " + ComposeFile.SECRET + "\n",
                            "vaiwg_documents_url: " + ComposeFile.SECRET + "\n");
        });
    }

    @Test
    void alertmanager_starts_with_its_command_and_tells_its_health() throws Exception {
        runs("alertmanager", "prometheus-alertmanager", 9093, "--cluster.listen-address=");
    }

    @Test
    void the_watch_on_the_disks_starts_with_its_command_and_measures_what_the_alert_asks_for() throws Exception {
        Path metrics = folder.resolve("metrics");
        runs("node-exporter", "prometheus-node-exporter", 9100, port -> {
            NativeService.run(
                    List.of("wget", "-qO", metrics.toString(), "http://127.0.0.1:" + port + "/metrics"), Map.of());
            assertThat(Project.text(metrics)).contains("node_filesystem_avail_bytes{", "node_filesystem_size_bytes{");
        });
    }

    @Test
    void each_of_the_three_logins_can_do_its_part_and_no_more() throws Exception {
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            List<String> health =
                    new ArrayList<>(compose.words("postgres", "/healthcheck/test", Map.of("postgres", folder)));
            assertThat(health.remove(0)).isEqualTo("CMD");
            health.add("--port=" + postgres.port());
            NativeService.run(health, Map.of());
            DatabaseLogins.make(compose, folder, postgres);

            Database job = login(postgres, user("jobmanager"));
            assertThatThrownBy(() -> Migrations.require(job)).hasMessageContaining("run ./vaiwg migrate");
            assertThatThrownBy(() -> Migrations.apply(job)).isInstanceOf(DatabaseException.class);
            migrate(postgres);
            Migrations.require(job);

            String denied = "permission denied";
            rejects(
                    job,
                    Map.of(
                            "DELETE FROM kpi_value_pack", denied,
                            "TRUNCATE kpi_snapshot", denied,
                            "UPDATE kpi_value_pack SET publication = 0", denied,
                            "UPDATE kpi_dictionary SET title = ''", denied,
                            "DELETE FROM kpi_day_month", denied,
                            "CREATE TABLE vaiwg.own (i int)", denied,
                            "CREATE SCHEMA own", denied,
                            "CREATE ROLE own", denied,
                            "DROP VIEW kpi_value", "must be owner",
                            "ALTER TABLE kpi_value_pack DISABLE TRIGGER ALL", "must be owner"));
            Database grafana = login(postgres, "vaiwg_grafana");
            rejects(
                    grafana,
                    Map.of(
                            "SELECT FROM kpi_value_conduct", denied,
                            "SELECT FROM kpi_value", denied,
                            "SELECT FROM kpi_day", denied,
                            "SELECT FROM late_event", denied,
                            "UPDATE board_report SET status = 'issued'", denied,
                            "INSERT INTO kpi_dictionary DEFAULT VALUES", denied,
                            "UPDATE kpi_feed_row SET stream = ''", denied));
            try (Connection connection = grafana.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT current_setting('statement_timeout'), rolconnlimit, (SELECT count(*) FROM kpi_value_dashboard)"
                                    + " FROM pg_roles WHERE rolname = current_user")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("1min");
                assertThat(row.getInt(2)).isEqualTo(20);
            }
        }
    }

    /** The service's own command, with the classes of this build where the image has their jars. */
    private static void migrate(EmbeddedDatabase postgres) throws Exception {
        List<String> command = compose.words("migrate", "/entrypoint", Map.of()).stream()
                .map(word -> word.replace(
                        "/opt/flink/lib/*:/opt/flink/usrlib/vaiwg-jobs.jar", System.getProperty("java.class.path")))
                .toList();
        assertThat(command).contains(System.getProperty("java.class.path"));
        Map<String, String> environment = environment("migrate");
        environment.replaceAll((name, value) -> value.replace("postgres:5432", "127.0.0.1:" + postgres.port()));
        NativeService.run(command, environment);
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> environment = new HashMap<>();
        compose.service(service)
                .path("environment")
                .fields()
                .forEachRemaining(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        return environment;
    }

    private static String user(String service) {
        return compose.service(service).at("/environment/VAIWG_DATABASE_USER").asText();
    }

    private static Database login(EmbeddedDatabase postgres, String user) {
        return new Database("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/vaiwg", user, ComposeFile.SECRET);
    }

    private static void rejects(Database login, Map<String, String> reasons) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            reasons.forEach((sql, reason) -> assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(reason));
        }
    }

    private interface Look {
        void at(int port) throws Exception;
    }

    private void runs(String service, String program, int usualPort, String... more) throws Exception {
        runs(service, program, usualPort, port -> {}, more);
    }

    private void runs(String service, String program, int usualPort, Look look, String... more) throws Exception {
        int port = FreePorts.find(1).get(0);
        Map<String, Path> volumes = Map.of(service, Files.createDirectories(folder.resolve("volume")));
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(compose.words(service, "/command", volumes));
        command.add("--web.listen-address=127.0.0.1:" + port);
        command.addAll(List.of(more));
        List<String> health = compose.words(service, "/healthcheck/test", volumes).stream()
                .skip(1)
                .map(word -> word.replace("127.0.0.1:" + usualPort, "127.0.0.1:" + port))
                .toList();
        try (NativeService process = NativeService.start(service, command, environment(service), folder)) {
            process.awaitHealth(health);
            look.at(port);
        }
    }
}
