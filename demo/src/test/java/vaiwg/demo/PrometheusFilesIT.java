package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.jobs.store.BoardAddress;

/** Needs the Debian package {@code prometheus}; fails where it is missing. */
@Timeout(60)
class PrometheusFilesIT {
    /** With links as the project's rules make them; it fires at once. */
    private static final String RULE = """
            groups:
              - name: links
                interval: 1s
                rules:
                  - alert: Links
                    expr: vector(1)
                    annotations:
                      runbook_url: '{{ $externalLabels.vaiwg_documents_url }}/docs/runbook.md'
                      dashboard_url: '{{ $externalLabels.vaiwg_grafana_url }}/d/vaiwg-attrition'
                      answer_url: '{{ with $externalLabels.vaiwg_board_url }}{{ . }}/answer{{ end }}'
            """;

    @TempDir
    private Path folder;

    @Test
    void links_of_alerts_are_absolute_and_that_to_the_answer_is_there_where_pages_are_served() throws Exception {
        assertThat(alert(Optional.of(new BoardAddress("http://127.0.0.1:8090")))
                        .get("answer_url")
                        .asText())
                .isEqualTo("http://127.0.0.1:8090/answer");

        JsonNode once = alert(Optional.empty());
        assertThat(once.get("answer_url").asText()).isEmpty();
        assertThat(once.get("dashboard_url").asText()).isEqualTo("http://127.0.0.1:3000/d/vaiwg-attrition");
        assertThat(URI.create(once.get("runbook_url").asText()))
                .isEqualTo(Path.of("docs", "runbook.md").toUri());
    }

    private JsonNode alert(Optional<BoardAddress> board) throws Exception {
        Path settings = Files.createDirectories(folder.resolve("settings"));
        Path configuration = Files.writeString(
                settings.resolve("embedded.yml"), Files.readString(Path.of("..", "prometheus", "embedded.yml")));
        Files.writeString(Files.createDirectories(settings.resolve("rules")).resolve("links.yml"), RULE);
        Path program = EmbeddedPrometheus.program().orElseThrow(() -> new AssertionError("apt-get install prometheus"));
        try (EmbeddedPrometheus prometheus = EmbeddedPrometheus.start(
                program, configuration, folder.resolve("server"), PrometheusFiles.links(board))) {
            Await.until("the alert fires", () -> !alerts(prometheus).isEmpty());
            return alerts(prometheus).get(0).get("annotations");
        }
    }

    private static JsonNode alerts(EmbeddedPrometheus prometheus) throws Exception {
        return new ObjectMapper()
                .readTree(WebPage.get(prometheus.url() + "/api/v1/alerts").body())
                .at("/data/alerts");
    }
}
