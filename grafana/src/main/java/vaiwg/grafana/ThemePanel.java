package vaiwg.grafana;

import java.util.ArrayList;
import java.util.List;

/** One figure in each theme, in the chosen policing area. */
final class ThemePanel {
    private static final int HEIGHT = 8;

    private ThemePanel() {}

    static Panel panel(FigureRow row, int width) {
        List<FigureRow> themes = new ArrayList<>();
        Themes.NAMES.forEach((label, name) -> themes.add(row.in(row.slice().cell(label), name)));
        PanelReading reading = PanelReading.of(
                        row.measure(),
                        row.view().basis(),
                        PanelKinds.words(row.view().window()))
                .andAlso("A crime may be of several themes; all counts each once.");
        String query = FigureSql.of(
                themes,
                "SELECT regexp_replace(name, ' [↑↓↕]', '') AS \"Theme\", now AS \"Now\", counted AS \"Count\", change AS \"In a year\","
                        + " verdict AS \"Newest 28 days\" FROM told ORDER BY place");
        return PanelKinds.table(
                        row.name() + ", by theme (a crime may be of several)",
                        reading,
                        PanelSource.PUBLISHED,
                        width,
                        HEIGHT)
                .unit("string")
                .byDefault("noValue", "–")
                .sql(query, "table")
                .field("Theme", "custom.width", 185, "custom.wrapText", true)
                .field("Now", "custom.width", 95, "custom.align", "right")
                .field("Count", "custom.wrapText", true)
                .field("In a year", "custom.width", 95, "custom.align", "right")
                .field(
                        "Newest 28 days",
                        "custom.width",
                        140,
                        "custom.cellOptions",
                        GrafanaJson.object("type", "markdown"),
                        "mappings",
                        IconMappings.mappings())
                .defines(row.measure().slug());
    }
}
