package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.Catalogue;

/** What a reader can choose above a board; each board has those that its panels use. */
final class Variables {
    private Variables() {}

    /** Those that the text of a board's panels names; the force is on every board. */
    static List<Map<String, Object>> used(String panels) {
        List<Map<String, Object>> variables = new ArrayList<>(List.of(force()));
        for (Map<String, Object> one : List.of(theme(), block(), cut(), characteristic(), kpi())) {
            String name = (String) one.get("name");
            if (panels.contains("$" + name) || panels.contains("${" + name)) {
                variables.add(one);
            }
        }
        return variables;
    }

    private static Map<String, Object> force() {
        String query = "label_values(vaiwg_snapshot_as_at_seconds, force)";
        return object(
                "name",
                "force",
                "label",
                "Force",
                "type",
                "query",
                "datasource",
                Source.LIVE.reference(),
                "definition",
                query,
                "query",
                object("query", query, "refId", "force"),
                "refresh",
                2,
                "sort",
                1,
                "multi",
                false,
                "includeAll",
                false,
                "hide",
                0,
                "current",
                object());
    }

    private static Map<String, Object> theme() {
        return custom("theme", "Theme", Themes.choices(), "All VAIWG", "all");
    }

    private static Map<String, Object> block() {
        return custom("block", "A point is a", "Month : month, Quarter : quarter, Year : year", "Quarter", "quarter");
    }

    private static Map<String, Object> cut() {
        return custom(
                "cut",
                "Victims by",
                "Sex : sex, Age : age, Ethnicity : ethnicity, Disability : disability",
                "Ethnicity",
                "ethnicity");
    }

    private static Map<String, Object> characteristic() {
        String choices = List.of(Characteristic.values()).stream()
                .map(one -> Words.capital(one.words()) + " : " + one.slug())
                .collect(Collectors.joining(", "));
        return custom("characteristic", "Characteristic of the lines", choices, "Ethnicity", "ethnicity");
    }

    private static Map<String, Object> kpi() {
        String choices = Catalogue.shipped().measures().stream()
                .map(measure -> measure.title().replace(",", "\\,").replace(":", "\\:") + " : " + measure.slug())
                .collect(Collectors.joining(", "));
        Map<String, Object> variable = custom("kpi", "Figure", choices, "All", "$__all");
        variable.put("multi", true);
        variable.put("includeAll", true);
        variable.put("current", object("text", List.of("All"), "value", List.of("$__all")));
        return variable;
    }

    private static Map<String, Object> custom(String name, String label, String choices, String text, String value) {
        return object(
                "name",
                name,
                "label",
                label,
                "type",
                "custom",
                "query",
                choices,
                "multi",
                false,
                "includeAll",
                false,
                "hide",
                0,
                "current",
                object("text", text, "value", value));
    }
}
