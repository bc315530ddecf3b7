package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.engine.contributions.SubjectType;

/** Needs the Debian packages {@code prometheus} and {@code prometheus-alertmanager}; fails where they are missing. */
class PrometheusRulesIT {
    private static final String RUNBOOK = "docs/runbook.md";
    private static final Duration JUST_BEFORE = Duration.ofHours(2);
    private static final int MOST_WORDS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"prometheus/prometheus.yml", "prometheus/embedded.yml"})
    void promtool_accepts_the_configuration_and_finds_the_rules(String configuration) throws Exception {
        Project.Answer answer = promtool("check", "config", configuration);

        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(answer.output())
                .contains(Project.files("prometheus/rules", ".yml").stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus/prometheus.yml", "prometheus/embedded.yml"})
    void a_history_of_three_years_is_taken_in_any_order(String configuration) {
        assertThat(Project.text(Project.ROOT.resolve(configuration)))
                .containsPattern("(?m)^    out_of_order_time_window: 1200d$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus/prometheus.yml", "prometheus/embedded.yml"})
    void every_address_with_which_a_link_begins_comes_from_the_environment(String configuration) {
        Set<String> asked = Set.copyOf(Project.all("\\$externalLabels\\.(\\w+)", rules()));
        JsonNode labels = Project.yaml(Project.ROOT.resolve(configuration)).at("/global/external_labels");

        assertThat(labels.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(asked);
        asked.forEach(
                label -> assertThat(labels.get(label).asText()).isEqualTo("${" + label.toUpperCase(Locale.ROOT) + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus/prometheus.yml", "prometheus/embedded.yml"})
    void of_flink_all_that_is_asked_for_is_kept_and_nothing_that_tells_of_conduct(String configuration) {
        JsonNode relabel =
                Project.yaml(Project.ROOT.resolve(configuration)).at("/scrape_configs/0/metric_relabel_configs");
        assertThat(relabel.findValuesAsText("action")).containsExactly("keep", "drop");
        String kept = relabel.at("/0/regex").asText();
        String dropped = relabel.at("/1/regex").asText();
        String asked = rules()
                + text(Project.files("grafana/dashboards", ".json"))
                + Project.text(Project.ROOT.resolve("docs/metrics.md"));

        assertThat(Project.all("(flink_\\w+)", asked)).hasSizeGreaterThan(20).allMatch(name -> name.matches(kept));
        assertThat(List.of(
                        "flink_taskmanager_job_task_numRecordsIn",
                        "flink_taskmanager_job_task_operator_numRecordsOutPerSecond",
                        "flink_taskmanager_job_task_operator_numBytesIn",
                        "flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_currentOffset"))
                .noneMatch(name -> name.matches(kept));
        String task = capitalised(SubjectType.CONDUCT.plural());
        assertThat(List.of("busyTimeMsPerSecond", "operator_vaiwg_deltas_total"))
                .allMatch(name -> (task + ";flink_taskmanager_job_task_" + name).matches(dropped))
                .noneMatch(name -> ("Cases;flink_taskmanager_job_task_" + name).matches(dropped));
        assertThat("Panes;flink_taskmanager_job_task_operator_vaiwg_waiting_bytes")
                .as("conduct waits among the others")
                .matches(dropped);
        assertThat(task + ";flink_taskmanager_job_task_operator_stream_reason_vaiwg_dead_letters_total")
                .as("what is lost is seen")
                .doesNotMatch(dropped);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @Test
    void the_job_is_not_scraped_for_what_it_writes() {
        assertThat(Project.all("^ +- targets: (.*)$", Project.text(Project.ROOT.resolve("prometheus/prometheus.yml"))))
                .containsExactly(
                        "[\"alertmanager:9093\"]",
                        "[\"jobmanager:9249\", \"taskmanager:9249\"]",
                        "[\"localhost:9090\"]",
                        "[\"node-exporter:9100\"]");
    }

    @Test
    void rules_fire_when_they_should_and_not_before() throws Exception {
        List<String> command = new ArrayList<>(List.of("test", "rules"));
        List<Path> tests = Project.files("prometheus/tests", ".yml");
        tests.forEach(file -> command.add(file.toString()));

        Project.Answer answer = promtool(command.toArray(String[]::new));

        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(answer.output().split("SUCCESS", -1)).hasSize(tests.size() + 1);
    }

    @Test
    void every_alert_has_a_test_of_its_labels_and_texts() {
        String tests = text(Project.files("prometheus/tests", ".yml"));
        for (String alert : alerts()) {
            assertThat(tests)
                    .containsPattern("alertname: " + alert + "\\s+eval_time: \\S+\\s+exp_alerts:\\s+- exp_labels:");
        }
    }

    /** What promtool expects is what the rules give: two sentences at most, and links that work from an e-mail. */
    @Test
    void every_text_is_two_sentences_and_every_link_is_absolute() {
        List<JsonNode> texts = Project.files("prometheus/tests", ".yml").stream()
                .flatMap(file -> Project.yaml(file).findValues("exp_annotations").stream())
                .toList();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(alerts().size()).allSatisfy(text -> {
            String description = text.get("description").asText();
            assertThat(description.split("\\.(?= |$)")).as(description).hasSizeLessThanOrEqualTo(2);
            assertThat(description.split(" ")).as(description).hasSizeLessThanOrEqualTo(MOST_WORDS);
            assertThat(text.get("runbook_url").asText()).startsWith("https://");
            assertThat(text.get("dashboard_url").asText()).startsWith("https://");
            if (text.has("answer_url")) {
                // Empty where no address is configured.
                assertThat(text.get("answer_url").asText()).matches("(https://.+)?");
            }
        });
    }

    @Test
    void every_alert_of_a_signal_and_no_other_leads_to_the_page_on_which_it_is_answered() {
        assertThat(alertRules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.get("annotations").has("answer_url"))
                        .as(rule.get("alert").asText())
                        .isEqualTo(rule.get("expr").asText().contains("vaiwg:kpi_signal:standing")));
    }

    /** A change to watch is owed an answer as one to act on is. */
    @Test
    void whatever_can_be_answered_says_by_when() {
        assertThat(alertRules())
                .filteredOn(rule -> rule.get("annotations").has("answer_url"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.get("annotations").has("answer_due"))
                        .as(rule.get("alert").asText())
                        .isTrue());
    }

    @Test
    void every_alert_is_asked_just_before_it_fires_and_without_any_measurement() {
        for (String alert : alerts()) {
            List<Asked> asked = asked(alert);
            assertThat(asked)
                    .as("%s is silent at most two hours before it fires", alert)
                    .filteredOn(Asked::fires)
                    .anyMatch(firing -> asked.stream()
                            .anyMatch(before -> !before.fires()
                                    && before.at().compareTo(firing.at()) < 0
                                    && before.at().plus(JUST_BEFORE).compareTo(firing.at()) >= 0));
            assertThat(asked).as("%s without any series", alert).anyMatch(Asked::withoutSeries);
        }
    }

    /** What the tests ask of an alert: at which time, with series or without, and whether it is to fire. */
    private record Asked(Duration at, boolean withoutSeries, boolean fires) {}

    private static List<Asked> asked(String alert) {
        List<Asked> asked = new ArrayList<>();
        for (Path file : Project.files("prometheus/tests", ".yml")) {
            for (JsonNode test : Project.yaml(file).get("tests")) {
                test.path("alert_rule_test").forEach(question -> {
                    if (question.get("alertname").asText().equals(alert)) {
                        asked.add(new Asked(
                                duration(question.get("eval_time").asText()),
                                test.get("input_series").isEmpty(),
                                !question.get("exp_alerts").isEmpty()));
                    }
                });
            }
        }
        return asked;
    }

    /** As Prometheus writes it, in days, hours and minutes. */
    private static Duration duration(String text) {
        return Duration.parse(text.toUpperCase(Locale.ROOT)
                .replaceFirst("^(\\d+D)?(.*)$", "P$1T$2")
                .replaceFirst("T$", ""));
    }

    @Test
    void every_alert_has_its_page_in_the_runbook_and_the_runbook_no_other() {
        List<String> headings = Project.all("^## (\\S+)$", Project.text(Project.ROOT.resolve(RUNBOOK)));
        List<String> links =
                Project.all("runbook_url: '\\{\\{ \\$externalLabels.vaiwg_documents_url }}/(\\S+)'", rules());

        assertThat(headings).containsExactlyInAnyOrderElementsOf(alerts());
        assertThat(links)
                .containsExactlyInAnyOrderElementsOf(headings.stream()
                        .map(heading -> RUNBOOK + "#" + heading.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void every_alert_says_how_grave_it_is_of_which_class_and_whose() {
        for (JsonNode rule : alertRules()) {
            JsonNode labels = rule.get("labels");
            String alert = rule.get("alert").asText();
            assertThat(labels.get("severity").asText()).as(alert).isIn("warning", "info");
            assertThat(labels.get("class").asText()).as(alert).isIn("figures", "pipeline");
            assertThat(labels.has("owner")
                            || rule.get("expr").asText().contains("\"owner\"")
                            || rule.get("expr").asText().contains("vaiwg:kpi_signal:standing"))
                    .as("owner of " + alert)
                    .isTrue();
            assertThat(rule.at("/annotations/summary").asText())
                    .as(alert)
                    .endsWith(".")
                    .doesNotContain("{{");
            assertThat(rule.at("/annotations/description").asText())
                    .as(alert)
                    .containsPattern("All KPIs|\\$labels.kpi|victim_attrition");
        }
    }

    @Test
    void every_alert_links_to_a_board_that_exists() {
        List<String> uids = Project.files("grafana/dashboards", ".json").stream()
                .map(file -> Project.json(file).get("uid").asText())
                .toList();
        List<String> linked =
                Project.all("dashboard_url: '\\{\\{ \\$externalLabels.vaiwg_grafana_url }}/d/([\\w-]+)", rules());
        assertThat(linked).hasSameSizeAs(alerts()).allMatch(uids::contains);
    }

    @Test
    void alertmanager_accepts_its_configuration() throws Exception {
        Project.Answer answer = Project.run(
                "prometheus-alertmanager", Map.of(), "amtool", "check-config", "prometheus/alertmanager.yml");

        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    private static Project.Answer promtool(String... arguments) throws Exception {
        return Project.run(
                "prometheus",
                Map.of(),
                Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static List<String> alerts() {
        return Project.all("- alert: (\\S+)", rules());
    }

    private static List<JsonNode> alertRules() {
        return Project.files("prometheus/rules", ".yml").stream()
                .map(Project::yaml)
                .flatMap(file -> file.findValues("rules").stream())
                .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                .filter(rule -> rule.has("alert"))
                .toList();
    }

    private static String rules() {
        return text(Project.files("prometheus/rules", ".yml"));
    }

    private static String text(List<Path> files) {
        return String.join("\n", files.stream().map(Project::text).toList());
    }
}
