package vaiwg.demo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.demo.Await;
import vaiwg.demo.WebPage;

/** Needs the Debian package {@code prometheus}; fails where it is missing. */
@Timeout(60)
class EmbeddedPrometheusIT {
    @TempDir
    Path folder;

    @Test
    void keeps_years_takes_writes_and_is_gone_after_close() throws Exception {
        Path configuration = Files.writeString(
                folder.resolve("prometheus.yml"), "storage:\n  tsdb:\n    out_of_order_time_window: 1200d\n");
        ServerProcess server;
        try (EmbeddedPrometheus prometheus =
                EmbeddedPrometheus.start(ChildRun.prometheus(), configuration, folder.resolve("metrics"))) {
            server = prometheus.process();
            String flags = get(prometheus.url() + "/api/v1/status/flags");
            assertThat(flags)
                    .contains("\"storage.tsdb.retention.time\":\"10y\"")
                    .contains("\"storage.tsdb.max-block-duration\":\"30d\"")
                    .contains("\"web.enable-remote-write-receiver\":\"true\"")
                    .contains("\"web.listen-address\":\"127.0.0.1:");
            assertThat(get(prometheus.url() + "/api/v1/status/config")).contains("out_of_order_time_window");
        }
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void reads_rules_beside_its_configuration_and_scrapes_what_it_is_told_to() throws Exception {
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s }
                rule_files: [rules/*.yml]
                scrape_configs:
                  - job_name: itself
                    file_sd_configs: [{ files: [targets.json], refresh_interval: 1s }]
                """);
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(
                folder.resolve("rules/one.yml"), "groups: [{ name: one, rules: [{ record: a, expr: vector(1) }] }]\n");
        try (EmbeddedPrometheus prometheus =
                EmbeddedPrometheus.start(ChildRun.prometheus(), configuration, folder.resolve("metrics"))) {
            assertThat(get(prometheus.url() + "/api/v1/rules")).contains("\"name\":\"a\"");

            prometheus.scrape(URI.create(prometheus.url()).getPort());

            Await.until(
                    "it scrapes",
                    () -> get(prometheus.url() + "/api/v1/targets").contains("\"health\":\"up\""));
        }
    }

    @Test
    void a_configuration_that_is_rejected_is_told_in_one_sentence_and_leaves_no_process() throws Exception {
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), "no such setting: 1\n");
        Path metrics = folder.resolve("metrics");

        assertThatThrownBy(() -> EmbeddedPrometheus.start(ChildRun.prometheus(), configuration, metrics))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(
                        "Prometheus did not start with " + configuration + "; see prometheus.log in " + metrics + ".");
        assertThat(ServerProcess.find(
                        metrics.resolve("prometheus.pid"),
                        "--storage.tsdb.path=" + metrics.toRealPath().resolve("data")))
                .isEmpty();
        assertThat(metrics.resolve("prometheus.log")).content().contains("no such setting");
    }

    @Test
    void is_found_on_the_path_or_is_absent() throws Exception {
        Path program = Files.createFile(folder.resolve("prometheus"));
        assertThat(EmbeddedPrometheus.program("prometheus", "/nowhere:" + folder))
                .isEmpty();

        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(EmbeddedPrometheus.program("prometheus", "/nowhere::" + folder))
                .contains(program);
    }

    private static String get(String url) throws Exception {
        return WebPage.get(url).body();
    }
}
