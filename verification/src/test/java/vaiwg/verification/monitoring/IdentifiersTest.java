package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;

/** What people read has words for everything: of the report's pages {@code ThreeYearsIT} holds it. */
class IdentifiersTest {
    /** Titles and heads of columns in SQL, and the words that it shows where it asks no table. */
    private static final String HEADS = "AS \"([^\"]+)\"";

    private static final String WORDS = "'((?:[^']|'')*)'";

    /** Which function has the names of what a variable chooses. */
    private static final Map<String, String> NAMED_BY =
            Map.of("force", "vaiwg.dashboard_force(force)", "lpa", "vaiwg.dashboard_lpa(lpa)");

    private static final Path PIPELINE = Project.ROOT.resolve("grafana/dashboards/pipeline.json");
    private static final String NAME = "%s\"%s\": {\"text\": \"%s\", \"index\": %d}";
    /** The names of streams, with the spaces before the first. */
    private static final Pattern STREAMS = Pattern.compile(
            "( +)\"crime-recording\": \\{\"text\": [^}]*\\}(?:,\\s+\"[a-z-]+\": \\{\"text\": [^}]*\\})*");

    static Stream<DashboardFile> dashboards() {
        return Stream.concat(DashboardFile.all(), DashboardFile.ofConduct());
    }

    @Test
    void an_identifier_is_found() {
        assertThat(Identifiers.in("Basis: settled_90d of victim_attrition, to_date"))
                .hasSize(3);
        assertThat(Identifiers.in("Area: criminal_justice")).containsExactly("criminal_justice");
        assertThat(Identifiers.in("Victim attrition, followed 90 days; complaints"))
                .isEmpty();
    }

    @Test
    void none_is_in_what_the_dictionary_says() {
        for (Measure measure : ShippedCatalogue.get().measures()) {
            List<String> words = new ArrayList<>(List.of(
                    measure.title(),
                    measure.shortTitle(),
                    measure.placement().name(),
                    measure.definition(),
                    measure.caveats(),
                    measure.unit()));
            measure.variants().forEach(variant -> variant.ifPresent(value -> words.add(value.title())));
            assertThat(Identifiers.in(String.join("\n", words)))
                    .as(measure.slug())
                    .isEmpty();
        }
        assertThat(ShippedCatalogue.get().benchmarks().entries())
                .allSatisfy(entry -> assertThat(
                                Identifiers.in(entry.name() + "\n" + entry.reason() + "\n" + entry.source()))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void none_is_shown_on_a_dashboard(DashboardFile dashboard) {
        JsonNode json = dashboard.json();
        List<String> shown = new ArrayList<>();
        for (String name :
                List.of("title", "description", "content", "noValue", "legendFormat", "label", "axisLabel")) {
            json.findValues(name).forEach(value -> shown.add(value.asText()));
        }
        for (String query : dashboard.queries()) {
            shown.addAll(Project.all(HEADS, query));
            if (!query.contains("vaiwg.")) {
                shown.addAll(Project.all(WORDS, query));
            }
        }
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(Identifiers.in(String.join("\n", shown))).isEmpty();
    }

    /** The titles that the dictionary has; what queries get is the identifier. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void what_is_chosen_is_called_by_its_title(DashboardFile dashboard) {
        List<JsonNode> variables =
                DashboardFile.children(dashboard.json().at("/templating/list")).toList();
        assertThat(variables).isNotEmpty();
        for (JsonNode variable : variables) {
            String name = variable.get("name").asText();
            if (variable.get("type").asText().equals("query")) {
                assertThat(variable.get("query").asText())
                        .as(name)
                        .contains(" AS __text, ", " AS __value")
                        .isEqualTo(variable.get("definition").asText());
            }
            assertThat(Identifiers.in(variable.at("/current/text").toString()))
                    .as(name)
                    .isEmpty();
            if (NAMED_BY.containsKey(name)) {
                assertThat(variable.get("query").asText()).contains(NAMED_BY.get(name));
            }
        }
        assertThat(dashboard.json().toString()).doesNotContain("initcap(replace(");
    }

    /** Prometheus knows them by their identifiers alone; {@code -Dvaiwg.golden.write=true} writes their names. */
    @Test
    void each_stream_has_a_name_where_prometheus_counts_its_records() throws IOException {
        String pipeline = Project.text(PIPELINE);
        Matcher names = STREAMS.matcher(pipeline);
        assertThat(names.find()).isTrue();
        String written = pipeline.substring(0, names.start()) + names(names.group(1)) + pipeline.substring(names.end());
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(PIPELINE, written);
        }
        assertThat(Project.text(PIPELINE)).isEqualTo(written);
    }

    private static String names(String indent) {
        List<String> names = new ArrayList<>();
        for (EventStream stream : EventStream.values()) {
            if (!stream.isRestricted()) {
                names.add(NAME.formatted(indent, stream.slug(), stream.title(), names.size()));
            }
        }
        return String.join(",\n", names);
    }

    /** From which tool a panel has its numbers is in its description, for who runs them. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void no_tool_is_named_in_what_is_always_seen(DashboardFile dashboard) {
        List<String> seen = new ArrayList<>();
        for (String name : List.of("title", "content", "noValue", "legendFormat", "label")) {
            dashboard.json().findValues(name).forEach(value -> seen.add(value.asText()));
        }
        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(seen).noneMatch(text -> text.matches("(?is).*(prometheus|postgres|kafka|flink|grafana|docs/).*"));
    }

    @Test
    void none_is_in_the_text_of_an_alert() {
        List<Path> rules = Project.files("prometheus/rules", ".yml");
        assertThat(rules).isNotEmpty();
        for (Path file : rules) {
            String texts = String.join(
                    "\n", Project.all("(?s)(?:summary|description): (.*?)\\n +\\w+_url:", Project.text(file)));
            assertThat(Identifiers.in(texts.replaceAll("(?s)\\{\\{.*?}}", "")))
                    .as(file.toString())
                    .isEmpty();
        }
    }
}
