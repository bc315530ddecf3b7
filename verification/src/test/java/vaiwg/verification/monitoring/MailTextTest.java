package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
    void where_a_signal_can_be_answered_it_says_where() throws Exception {
        assertThat(text(1, Map.of("answer_url", "https://board.example/answer?force=a&kpi=b")))
                .isEqualTo(
                        "Sentences 0.\nWhat to do: https://documents.example/0\nDashboard: https://grafana.example/0\n"
                                + "Answer: https://board.example/answer?force=a&kpi=b\n\n");
        assertThat(text(1, Map.of("answer_url", ""))).isEqualTo(text(1));
    }

    @Test
    void what_can_be_answered_says_by_when_an_answer_is_due() throws Exception {
        String url = "https://board.example/answer?force=a&kpi=b";
        assertThat(text(1, Map.of("answer_url", url, "answer_due", "12 August 2026")))
                .endsWith("\nAnswer by 12 August 2026: " + url + "\n\n");
        assertThat(text(1, Map.of("answer_url", url, "answer_due", ""))).isEqualTo(text(1, Map.of("answer_url", url)));
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
        return text(alerts, Map.of());
    }

    private String text(int alerts, Map<String, String> more) throws Exception {
        List<Map<String, Object>> all = IntStream.range(0, alerts)
                .<Map<String, Object>>mapToObj(i -> {
                    Map<String, String> annotations = new HashMap<>(more);
                    annotations.put("description", "Sentences " + i + ".");
                    annotations.put("runbook_url", "https://documents.example/" + i);
                    annotations.put("dashboard_url", "https://grafana.example/" + i);
                    return Map.of("status", "firing", "labels", Map.of(), "annotations", annotations);
                })
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
