package vaiwg.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.embedded.EmbeddedDatabase;
import vaiwg.cli.embedded.FreePorts;
import vaiwg.jobs.store.Migrations;

/**
 * The services' own commands, configurations, mounts and health checks, on Debian's programs of the same versions instead of the
 * images. Only the ports are others. The whole together is in {@link ComposeClusterTest}.
 */
@Timeout(300)
class ComposeServicesTest {
    private static ComposeFile compose;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws Exception {
        compose = ComposeFile.read();
    }

    @Test
    void prometheus_starts_with_its_command_and_tells_its_health() throws Exception {
        runs("prometheus", "prometheus", 9090);
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
    void the_database_makes_its_logins_and_the_job_its_schema_which_grafana_may_only_read() throws Exception {
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            List<String> health =
                    new ArrayList<>(compose.words("postgres", "/healthcheck/test", Map.of("postgres", folder)));
            assertThat(health.remove(0)).isEqualTo("CMD");
            health.add("--port=" + postgres.port());
            NativeService.run(health, Map.of());
            DatabaseLogins.make(compose, folder, postgres);

            String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/vaiwg";
            Migrations.apply(
                    url,
                    compose.service("jobmanager")
                            .at("/environment/VAIWG_DATABASE_USER")
                            .asText(),
                    ComposeFile.SECRET);
            try (Connection grafana = DriverManager.getConnection(url, "vaiwg_grafana", ComposeFile.SECRET);
                    Statement statement = grafana.createStatement()) {
                assertThat(statement
                                .executeQuery("SELECT count(*) FROM vaiwg.kpi_value")
                                .next())
                        .isTrue();
                assertThatThrownBy(() -> statement.execute("SELECT FROM vaiwg.kpi_value_conduct"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("DELETE FROM vaiwg.kpi_measure"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
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
        try (NativeService process = NativeService.start(service, command, Map.of(), folder)) {
            process.awaitHealth(health);
            look.at(port);
        }
    }
}
