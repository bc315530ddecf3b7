package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.View;

/** The nine protected characteristics: do we ask, do we know, and are victims served alike? */
final class CharacteristicsDashboard {
    private final Dashboards dashboards;
    private final GroupTables groups;

    CharacteristicsDashboard(Dashboards dashboards) {
        this.dashboards = dashboards;
        this.groups = new GroupTables(dashboards);
    }

    Dashboard dashboard() {
        return new Dashboard(
                        "protected-characteristics",
                        "VAIWG: protected characteristics",
                        "Are victims served alike, as far as their characteristics are known?",
                        "now-3y")
                .add(known())
                .add(chart("characteristic_known"))
                .add(chart("core_four_known"))
                .add(chart("all_nine_known"))
                .add(groups.served())
                .add(groups.audited())
                .add(groups.auditedFurther())
                .add(new OutcomeTable(dashboards).panel(24, 10));
    }

    private Panel chart(String slug) {
        FigureRow row = dashboards.row(slug);
        return ControlChartPanel.small(row, row.name() + ": ${theme:text}", 8, 8);
    }

    /** Nine rows: known in each theme; asked, preferred not to say and recorded alike in the chosen one. */
    private Panel known() {
        View view = dashboards.row("characteristic_known").view();
        View alike = dashboards.row("characteristic_consistent").view();
        String columns = Themes.NAMES.entrySet().stream()
                .map(theme -> "max(100 * value) FILTER (WHERE kpi = 'characteristic_known' AND theme = '"
                        + (theme.getKey().equals("all") ? "" : theme.getKey()) + "') AS \"" + theme.getValue() + "\"")
                .collect(Collectors.joining(", "));
        String chosen = " AND theme = CASE '$theme' WHEN 'all' THEN '' ELSE '$theme' END)";
        String query = "SELECT name AS \"Characteristic\", " + columns
                + ", max(100 * value) FILTER (WHERE kpi = 'characteristic_asked'" + chosen + " AS \"Asked\""
                + ", max(100 * value) FILTER (WHERE kpi = 'characteristic_declined'" + chosen
                + " AS \"Preferred not to say\""
                + ", max(100 * value) FILTER (WHERE kpi = 'characteristic_consistent'" + chosen
                + " AS \"Recorded alike\""
                + ", max(denominator) FILTER (WHERE kpi = 'characteristic_known'" + chosen + " AS \"Victims\""
                + " FROM (SELECT kpi, value, denominator, substring(slice FROM 'characteristic=([^;]+)') AS name,"
                + " coalesce(substring(slice FROM 'theme=([^;]+)'), '') AS theme, coalesce(substring(slice FROM 'lpa=([^;]+)'), 'all') AS lpa"
                + " FROM vaiwg.kpi_value_dashboard WHERE force = '$force' AND (kpi IN ('characteristic_known', 'characteristic_asked',"
                + " 'characteristic_declined') AND " + of(view) + " OR kpi = 'characteristic_consistent' AND "
                + of(alike)
                + ") AND NOT small AND as_at IN (" + Sql.NEWEST + ", " + Sql.NEWEST_MONTH
                + ") AND as_at = CASE WHEN monthly THEN "
                + Sql.NEWEST_MONTH + " ELSE " + Sql.NEWEST + " END AND publication = " + Sql.NEWEST_PUBLICATION
                + ") cell WHERE lpa = CASE '$lpa' WHEN '' THEN 'all' ELSE '$lpa' END GROUP BY name"
                + " ORDER BY name <> 'ethnicity', name";
        Panel panel = PanelKinds.table(
                        "Protected characteristics known, by theme",
                        PanelReading.of(
                                        dashboards.measure("characteristic_known"),
                                        view.basis(),
                                        PanelKinds.words(view.window()))
                                .andAlso(
                                        "Asked, preferred not to say and recorded alike are of the chosen theme; a sudden rise of the"
                                                + " second can be a default in a form."),
                        PanelSource.PUBLISHED,
                        24,
                        12)
                .unit("percent")
                .byDefault("decimals", 1)
                .whenEmpty("No case has been recorded for " + view.basis().horizon() + " days yet.", "–")
                .sql(query, "table")
                .field(
                        "Characteristic",
                        "custom.width",
                        240,
                        "mappings",
                        List.of(object("type", "value", "options", names())))
                .field("Victims", "unit", "locale", "decimals", 0, "custom.align", "right")
                .fields("^(Asked|Preferred not to say|Recorded alike)$", "custom.align", "right");
        Themes.NAMES.values().forEach(name -> panel.field(name, Heat.cells(40, 60, 80)));
        return panel.defines(
                "characteristic_known", "characteristic_asked", "characteristic_declined", "characteristic_consistent");
    }

    private static String of(View view) {
        return "basis = '" + view.basis().slug() + "' AND \"window\" = '"
                + view.window().slug() + "'";
    }

    private static Map<String, Object> names() {
        Map<String, Object> names = object();
        for (Characteristic one : Characteristic.values()) {
            names.put(one.slug(), object("text", FirstLetters.capital(one.words()), "index", names.size()));
        }
        return names;
    }
}
