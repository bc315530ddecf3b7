package vaiwg.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where cases end, by theme: victim attrition is never shown without the outcomes that could take its place. */
final class OutcomeTable {
    private static final List<String> OUTCOMES = List.of("victim_attrition", "substitution", "substitution_cancelled");

    private final Dashboards dashboards;

    OutcomeTable(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Panel panel(int width, int height) {
        List<FigureRow> rows = new ArrayList<>();
        for (String kpi : OUTCOMES) {
            for (FigureRow row : dashboards.rows(kpi)) {
                String title = kpi.equals("victim_attrition")
                        ? "16: victim does not support, suspect named"
                        : row.name().replaceFirst("^Other endings: ", "");
                Themes.NAMES
                        .keySet()
                        .forEach(label -> rows.add(row.in(row.slice().cell(label), title)));
            }
        }
        int themes = Themes.NAMES.size();
        List<String> columns = List.copyOf(Themes.NAMES.values());
        String cells = columns.stream()
                .map(name -> "max(100.0 * n / nullif(d, 0)) FILTER (WHERE place %% %d = %d AND d >= 30) AS \"%s\""
                        .formatted(themes, columns.indexOf(name), name))
                .collect(Collectors.joining(", "));
        String changes = "max(change) FILTER (WHERE place % " + themes + " = 0) AS \"All, in a year\"";
        Panel panel = PanelKinds.table(
                        "Outcomes of cases within 90 days, by theme",
                        new PanelReading(
                                "What attrition (outcome 16) could be replaced by: the share of crimes that within 90 days had each of"
                                        + " these outcomes. A fall of outcome 16 is better only where none of the others rose by as much.",
                                "% of crimes",
                                "none by itself; read beside attrition",
                                "settled_90d (revised), cancelled: matured_90d (frozen)",
                                "365d"),
                        PanelSource.PUBLISHED,
                        width,
                        height)
                .unit("percent")
                .byDefault("decimals", 1)
                .byDefault("noValue", "–")
                .sql(
                        FigureSql.of(
                                rows,
                                "SELECT regexp_replace(max(name), ' [↑↓↕]', '') AS \"Outcome\", " + cells + ", "
                                        + changes + " FROM told GROUP BY place / " + themes + " ORDER BY place / "
                                        + themes),
                        "table")
                .field("Outcome", "custom.width", 310, "custom.wrapText", true)
                .field("All, in a year", "custom.width", 110, "custom.align", "right")
                .defines(OUTCOMES.toArray(String[]::new));
        columns.forEach(name -> panel.field(name, Heat.cells(8, 20, 35)));
        return panel;
    }
}
