package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** What a reader can choose above a dashboard; each dashboard has those that its panels use. */
final class Variables {
    private Variables() {}

    /** What is chosen, carried along by a link to another dashboard. */
    static final String CARRIED = "${force:queryparam}&${lpa:queryparam}&${theme:queryparam}";

    /** Force, policing area and theme are above every dashboard, so that a choice is kept from one to the next; others where they are used. */
    static List<Map<String, Object>> used(String panels) {
        List<Map<String, Object>> variables = new ArrayList<>(List.of(force(), area(), theme()));
        for (Map<String, Object> one : List.of(cut(), kpi())) {
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
                PanelSource.LIVE.reference(),
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

    /** The areas that were compared in the newest snapshot. */
    private static Map<String, Object> area() {
        String query =
                "SELECT 'All areas' AS __text, 'all' AS __value UNION ALL (SELECT DISTINCT initcap(replace(lpa, '_', ' ')), lpa"
                        + " FROM vaiwg.kpi_funnel_dashboard WHERE force = '$force' AND as_at = " + Sql.NEWEST_MONTH
                        + " ORDER BY 1)";
        return table("lpa", "Policing area", query, PanelSource.PUBLISHED, object("text", "All areas", "value", "all"));
    }

    /** The forces, by what the login of conduct may read. */
    static Map<String, Object> forceOfConduct() {
        return table(
                "force",
                "Force",
                "SELECT DISTINCT force FROM vaiwg.kpi_snapshot ORDER BY 1",
                PanelSource.CONDUCT,
                object());
    }

    private static Map<String, Object> table(
            String name, String label, String query, PanelSource source, Map<String, Object> current) {
        return object(
                "name",
                name,
                "label",
                label,
                "type",
                "query",
                "datasource",
                source.reference(),
                "definition",
                query,
                "query",
                query,
                "refresh",
                1,
                "sort",
                0,
                "multi",
                false,
                "includeAll",
                false,
                "hide",
                0,
                "current",
                current);
    }

    private static Map<String, Object> theme() {
        return custom("theme", "Theme", Themes.choices(), Themes.NAMES.get("all"), "all");
    }

    private static Map<String, Object> cut() {
        return custom(
                "cut",
                "Victims by",
                ComparedGroups.BY.stream()
                        .map(one -> FirstLetters.capital(one.words()) + " : " + one.slug())
                        .collect(Collectors.joining(", ")),
                "Ethnicity",
                "ethnicity");
    }

    private static Map<String, Object> kpi() {
        String choices = ShippedCatalogue.get().measures().stream()
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
