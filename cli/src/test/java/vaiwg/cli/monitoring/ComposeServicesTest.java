package vaiwg.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.embedded.EmbeddedDatabase;
import vaiwg.cli.embedded.FreePorts;
import vaiwg.cli.endtoend.Await;
import vaiwg.jobs.Topics;
import vaiwg.jobs.store.Migrations;
import vaiwg.schemas.EventStream;

/**
 * The services' own commands, configurations, mounts and health checks, on Debian's programs of the same versions instead of the
 * images. Only the ports are others. Kafka's and Flink's containers are not run here.
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
            assertThat(run(List.of("wget", "-qO", metrics.toString(), "http://127.0.0.1:" + port + "/metrics")))
                    .isZero();
            assertThat(Project.text(metrics)).contains("node_filesystem_avail_bytes{", "node_filesystem_size_bytes{");
        });
    }

    @Test
    void the_database_makes_its_logins_and_the_job_its_schema_which_grafana_may_only_read() throws Exception {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        for (String secret : List.of("job_database_password", "grafana_database_password")) {
            Files.writeString(secrets.resolve(secret), ComposeFile.SECRET + "\n");
        }
        Path logins = Files.writeString(
                folder.resolve("logins.sql"),
                compose.json()
                        .at("/configs/logins/content")
                        .asText()
                        .replace("$$", "$")
                        .replace("/run/secrets", secrets.toString()));
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            String port = "--port=" + postgres.port();
            List<String> health =
                    new ArrayList<>(compose.words("postgres", "/healthcheck/test", Map.of("postgres", folder)));
            assertThat(health.remove(0)).isEqualTo("CMD");
            health.add(port);
            assertThat(run(health)).isZero();
            assertThat(run(List.of(
                            "psql",
                            "--host=127.0.0.1",
                            port,
                            "--username=postgres",
                            "--dbname=vaiwg",
                            "--file=" + logins)))
                    .isZero();

            String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/vaiwg";
            Migrations.apply(
                    url,
                    compose.service("jobmanager")
                            .at("/environment/VAIWG_DATABASE_USER")
                            .asText(),
                    "");
            try (Connection grafana = DriverManager.getConnection(url, "vaiwg_grafana", "");
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

    /** Kafka's own script is not on this machine: what it would be told is written down instead. */
    @Test
    void the_topics_that_are_made_are_those_that_the_job_reads_and_writes() throws Exception {
        Path told = folder.resolve("told");
        Path script = Files.writeString(folder.resolve("kafka-topics.sh"), "#!/bin/sh\necho \"$@\" >> " + told + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        List<String> command = Stream.concat(
                        compose.words("topics", "/entrypoint", Map.of()).stream(),
                        compose.words("topics", "/command", Map.of()).stream())
                .map(word -> word.replace("/opt/kafka/bin/kafka-topics.sh", script.toString()))
                .toList();

        assertThat(run(command)).isZero();

        List<String> made = Files.readAllLines(told);
        for (EventStream stream : EventStream.values()) {
            assertThat(made).anyMatch(line -> line.contains("--topic " + stream.topic("vaiwg.") + " --partitions 4 "));
        }
        assertThat(made)
                .hasSize(EventStream.values().length + 1)
                .anyMatch(line -> line.contains("--topic " + Topics.deadLetter("vaiwg.") + " "))
                .allMatch(line -> line.contains("--create --if-not-exists")
                        && line.contains("cleanup.policy=delete")
                        && line.contains("retention.ms=-1"));
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
        Path log = folder.resolve(service + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Await.until(service + " is healthy", () -> {
                if (!process.isAlive()) {
                    throw new AssertionError(service + " ended: " + Project.text(log));
                }
                return run(health) == 0;
            });
            look.at(port);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
