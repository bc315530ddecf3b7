package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.reference.ForceTitles;

/** The text of e-mails, as Alertmanager's own program renders it. Needs the Debian package {@code prometheus-alertmanager}. */
class MailTextTest {
    private static final int MOST = 12;
    /** By which steps a force's slug becomes its name. */
    private static final String NAMED = "abels\\.force \\| ([^}]+) \\}\\}";

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

    /** Rules and templates know its slug alone: all name it by the same steps. */
    @ParameterizedTest
    @ValueSource(strings = {"btp", "city-of-london", "devon-and-cornwall", "dyfed-powys", "west-midlands"})
    void a_force_is_called_as_in_the_report(String force) throws Exception {
        List<Path> files = new ArrayList<>(Project.files("prometheus/rules", ".yml"));
        files.add(Project.ROOT.resolve("prometheus/recipients.tmpl"));
        Set<String> steps = new HashSet<>();
        files.forEach(file -> steps.addAll(Project.all(NAMED, Project.text(file))));
        assertThat(steps).hasSize(1);

        Path data = Files.writeString(folder.resolve("data.json"), "{\"status\": \"firing\", \"alerts\": []}");
        String name =
                rendered(data, "{{ \"" + force + "\" | " + steps.iterator().next() + " }}");
        assertThat(name.strip()).isEqualTo(ForceTitles.of(force));
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
        return rendered(data, "{{ template \"vaiwg.text\" . }}");
    }

    private static String rendered(Path data, String text) throws Exception {
        Project.Answer answer = Project.run(
                "prometheus-alertmanager",
                Map.of(),
                "amtool",
                "template",
                "render",
                "--template.glob=prometheus/recipients.tmpl",
                "--template.data=" + data,
                "--template.text=" + text);
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        return answer.output();
    }
}
