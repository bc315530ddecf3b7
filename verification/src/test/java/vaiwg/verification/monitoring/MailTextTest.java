package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of e-mails, as Alertmanager's own program renders it. Needs the Debian package {@code prometheus-alertmanager}. */
class MailTextTest {
    private static final int MOST = 12;

    @TempDir
    private Path folder;

    @Test
    void an_alert_is_its_sentences_and_its_links() throws Exception {
        assertThat(text(1))
                .isEqualTo(
                        "Sentences 0.\nWhat to do: https://documents.example/0\nDashboard: https://grafana.example/0\n\n");
    }

    @Test
    void beyond_the_twelfth_alert_it_says_how_many_more_there_are() throws Exception {
        assertThat(text(MOST)).contains("Sentences 11.").doesNotContain(" more.");
        assertThat(text(MOST + 3))
                .contains("Sentences 0.", "Sentences 11.")
                .doesNotContain("Sentences 12.")
                .endsWith("/11\n\n3 more.\n\n");
    }

    private String text(int alerts) throws Exception {
        List<Map<String, Object>> all = IntStream.range(0, alerts)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "status",
                        "firing",
                        "annotations",
                        Map.of(
                                "description", "Sentences " + i + ".",
                                "runbook_url", "https://documents.example/" + i,
                                "dashboard_url", "https://grafana.example/" + i)))
                .toList();
        Path data = Files.writeString(
                folder.resolve("data.json"),
                new ObjectMapper().writeValueAsString(Map.of("status", "firing", "alerts", all)));
        Project.Answer answer = Project.run(
                "prometheus-alertmanager",
                Map.of(),
                "amtool",
                "template",
                "render",
                "--template.glob=prometheus/recipients.tmpl",
                "--template.data=" + data,
                "--template.text={{ template \"vaiwg.text\" . }}");
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        return answer.output();
    }
}
