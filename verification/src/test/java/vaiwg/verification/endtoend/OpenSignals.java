package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vaiwg.demo.WebPage;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** The signals of which alerts are made, by the project's own rules over what Prometheus was sent. */
final class OpenSignals {
    private static final Path RULES = Path.of("..", "prometheus", "rules");

    private OpenSignals() {}

    static JsonNode of(String prometheus, Instant looked) throws Exception {
        return instant(prometheus, looked, recorded("signals.yml", "vaiwg:kpi_signal:standing"));
    }

    /** The expression of a recording rule, with those of other rules in the place of their names. */
    static String recorded(String file, String name) throws IOException {
        Map<String, String> rules = new TreeMap<>(Comparator.<String>reverseOrder());
        for (JsonNode rule : new ObjectMapper(new YAMLFactory())
                .readTree(RULES.resolve(file).toFile())
                .at("/groups/0/rules")) {
            if (rule.has("record")) {
                rules.put(rule.get("record").asText(), rule.get("expr").asText());
            }
        }
        String expression = name;
        for (int depth = 0; depth < rules.size(); depth++) {
            for (Map.Entry<String, String> rule : rules.entrySet()) {
                expression = expression.replace(rule.getKey(), "(" + rule.getValue() + ")");
            }
        }
        return expression;
    }

    static JsonNode instant(String prometheus, Instant looked, String query) throws Exception {
        HttpResponse<String> answer = WebPage.get(prometheus + "/api/v1/query?time=" + looked.getEpochSecond()
                + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).at("/data/result");
    }

    /**
     * The condition on {@code kpi_verdict v} of those that alerts name: of the whole force and the themes of the strategy where its measure
     * raises alerts, and whatever the daily alarm watches, stalking alone too. A level that is worse has no signal, and so no alert.
     */
    static String areNamed(String force, LocalDate asAt) {
        return "v.force = '" + force + "' AND v.as_at = '" + asAt
                + "' AND v.state IN ('act', 'watch') AND v.lpa = '' AND cardinality(v.signals) > 0 AND ((v.kpi IN ("
                + raisingAlerts()
                + ") AND v.theme IN ('', 'rape', 'other_sexual', 'stalking_harassment', 'domestic_abuse'))"
                + " OR EXISTS (SELECT FROM kpi_signal d WHERE d.signal_id = ANY (v.signals) AND d.basis = 'daily'))";
    }

    /** What an alert says of {@code kpi_verdict v}: its state; where no chart raises it, that of the daily alarm, whatever its matter says. */
    static String alertedState() {
        return "CASE WHEN v.kpi IN (" + raisingAlerts()
                + ") AND EXISTS (SELECT FROM kpi_signal c WHERE c.signal_id = ANY (v.signals) AND c.basis <> 'daily')"
                + " THEN v.state ELSE (SELECT min(d.state) FROM kpi_signal d WHERE d.signal_id = ANY (v.signals) AND d.basis = 'daily') END";
    }

    private static String raisingAlerts() {
        return ShippedCatalogue.get().measures().stream()
                .filter(Measure::raisesAlerts)
                .map(Measure::slug)
                .map(slug -> "'" + slug + "'")
                .collect(Collectors.joining(", "));
    }
}
