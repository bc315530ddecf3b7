package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Theme;

/** What dashboards and rules ask for is what the catalogue sends to Prometheus: a renamed measure or basis fails here. */
class FiguresExistTest {
    private static final Pattern SELECTOR = Pattern.compile("vaiwg_kpi_(value|numerator|denominator)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!=|=)\"([^\"]*)\"");
    private static final Pattern ALTERNATIVES = Pattern.compile("(\\w*)\\(([^)]*)\\)");

    private static final Catalogue CATALOGUE = ShippedCatalogue.get();
    private static final List<Map<String, String>> SENT = sent();
    private static final Set<String> THEMES =
            Arrays.stream(Theme.values()).map(Theme::slug).collect(Collectors.toSet());

    static List<String> selectors() {
        List<String> texts = new ArrayList<>();
        for (var file : Project.files("prometheus/rules", ".yml")) {
            texts.add(Project.text(file));
        }
        for (var file : Project.files("grafana/dashboards", ".json")) {
            for (JsonNode expression : Project.json(file).findValues("expr")) {
                texts.add(expression.asText());
            }
        }
        return texts.stream()
                .flatMap(text -> SELECTOR.matcher(text).results())
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    @Test
    void boards_and_rules_ask_for_figures() {
        assertThat(selectors()).isNotEmpty();
        assertThat(named()).hasSizeGreaterThan(8).contains("victim_attrition");
    }

    @ParameterizedTest
    @MethodSource("selectors")
    void a_figure_that_is_asked_for_is_sent(String selector) {
        for (String one : eachKpi(selector)) {
            assertThat(SENT).as(one).anyMatch(labels -> matches(one, labels));
        }
    }

    /** The measures that queries to PostgreSQL name; those of areas and of page 1 are taken from the dictionary. */
    private static final Pattern NAMED =
            Pattern.compile("(?:kpi = |\\('\\$force', |SELECT [^()]*, |\\(\\(|ARRAY\\[|, )'([a-z]+_[a-z0-9_]+)'");

    static List<String> named() {
        return Project.files("grafana/dashboards", ".json").stream()
                .flatMap(file -> Project.json(file).findValues("rawSql").stream())
                .flatMap(query -> NAMED.matcher(query.asText()).results())
                .map(match -> match.group(1))
                .filter(name -> !name.matches("(settled|matured|incidence|kpi)_.*|to_date") && !THEMES.contains(name))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("named")
    void a_measure_that_is_named_is_published(String kpi) {
        assertThat(CATALOGUE.measures())
                .filteredOn(measure -> measure.slug().equals(kpi))
                .singleElement()
                .satisfies(measure -> assertThat(measure.isRestricted()).isFalse());
    }

    /** What nobody reads is not sent. */
    @Test
    void a_figure_that_is_sent_is_asked_for() {
        assertThat(SENT)
                .allMatch(labels -> selectors().stream()
                        .filter(selector -> selector.startsWith("vaiwg_kpi_value"))
                        .anyMatch(selector -> matches(selector, labels)));
    }

    /** What is described is what is sent, by a run over three years; two say of themselves why no panel and no rule has them. */
    @Test
    void a_metric_that_is_described_is_asked_for() {
        String asked = Stream.of(
                        Project.files("grafana/dashboards", ".json"), Project.files("prometheus/rules", ".yml"))
                .flatMap(List::stream)
                .map(Project::text)
                .collect(Collectors.joining("\n"));
        List<String> described =
                Project.all("^[|] `(\\w+)` [|]", Project.text(Project.ROOT.resolve("docs/metrics.md")));
        assertThat(described).contains("vaiwg_kpi_value", "vaiwg_feed_state");
        assertThat(described)
                .filteredOn(name ->
                        !Pattern.compile("\\b" + name + "\\b").matcher(asked).find())
                .containsExactlyInAnyOrder(
                        "flink_taskmanager_job_task_operator_vaiwg_waiting_bytes", "vaiwg_reconcile_values");
    }

    @Test
    void conduct_figures_are_not_sent_and_not_asked_for() {
        List<String> restricted = CATALOGUE.measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .toList();
        assertThat(restricted).isNotEmpty();
        assertThat(SENT).noneMatch(labels -> restricted.contains(labels.get("kpi")));
        assertThat(selectors()).noneMatch(selector -> restricted.stream().anyMatch(selector::contains));
    }

    /** The selector once for each of its alternatives {@code kpi=~"a|b_(1|2)"}: each has to be there, not any of them. */
    private static List<String> eachKpi(String selector) {
        Matcher kpi = Pattern.compile("kpi=~\"([^\"]*)\"").matcher(selector);
        if (!kpi.find()) {
            return List.of(selector);
        }
        Matcher group = ALTERNATIVES.matcher(kpi.group(1));
        List<String> names = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        while (group.find()) {
            Stream.of(group.group(2).split("\\|")).map(group.group(1)::concat).forEach(names::add);
            group.appendReplacement(rest, "");
        }
        group.appendTail(rest);
        Stream.of(rest.toString().split("\\|")).filter(name -> !name.isEmpty()).forEach(names::add);
        return names.stream()
                .map(name -> selector.replace(kpi.group(), "kpi=\"" + name + "\""))
                .toList();
    }

    private static boolean matches(String selector, Map<String, String> labels) {
        return MATCHER.matcher(selector).results().allMatch(matcher -> {
            String name = matcher.group(1);
            String wanted = matcher.group(3);
            if (wanted.startsWith("$")) {
                return true;
            }
            String value = labels.get(name);
            return switch (matcher.group(2)) {
                case "=" -> wanted.equals(value);
                case "!=" -> !wanted.equals(value);
                default -> value != null && value.matches(wanted);
            };
        });
    }

    private static List<Map<String, String>> sent() {
        DashboardSeries dashboard = DashboardSeries.of(CATALOGUE);
        List<Map<String, String>> sent = new ArrayList<>();
        for (int i = 0; i < dashboard.size(); i++) {
            int slot = dashboard.slot(i);
            Column column = CATALOGUE.columnOfSlot(slot);
            Map<String, String> labels =
                    new TreeMap<>(Map.of("theme", "all", "lpa", "all", "characteristic", "all", "group", "all"));
            labels.putAll(column.dimensions(column.rowOfSlot(slot)));
            labels.put("kpi", column.measure().slug());
            labels.put("basis", column.basis().slug());
            labels.put("window", column.windowOfSlot(slot).slug());
            sent.add(labels);
        }
        return sent;
    }
}
