package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;

/** Figures in one line each: now, how many cases, in a year, the line of its periods, and what the chart says of the newest. */
final class FigureTable {
    private static final String LINE = "Two years, by 28 days";
    private static final String BESIDE = "Target or baseline";
    private static final Object HIDDEN = object("legend", false, "tooltip", false, "viz", true);

    private FigureTable() {}

    /** With the area and the owner of each. */
    static Panel withAreas(String title, List<FigureRow> rows, int height) {
        return panel(title, rows, AreaNames.sql("priority") + " AS \"Area\",", " owner AS \"Owner\",", false, height)
                .field(
                        "Area",
                        "custom.width",
                        305,
                        "links",
                        List.of(object(
                                "title",
                                "Open the area",
                                "url",
                                "/d/vaiwg-area-${__data.fields.slug}?" + Variables.CARRIED)))
                .field("Figure", figure(310))
                .field("Owner", "custom.width", 120);
    }

    /** Of one area, each beside its target, its baselines and figures of others; what is not comparable is in brackets. */
    static Panel of(String title, List<FigureRow> rows, int height) {
        return panel(title, rows, "", " beside AS \"" + BESIDE + "\",", true, height)
                .field("Figure", figure(380))
                .field(BESIDE, "custom.width", 220, "custom.wrapText", true);
    }

    private static Panel panel(
            String title, List<FigureRow> rows, String before, String after, boolean beside, int height) {
        PanelReading reading = new PanelReading(
                "The newest 12 months, or as it stands; the change since a year ago; the icon judges the newest 28 days beside the"
                        + " limits. ↑ ↓ the better direction, ↕ neither.",
                "named in each row",
                "the arrow after the name",
                "as the definitions name it",
                "365d, or as it stands");
        String query = FigureSql.with(rows) + (beside ? ", " + BesideSql.cte() : "") + "\nSELECT " + before
                + " t.name AS \"Figure\", now AS \"Now\", counted AS \"Count\", change AS \"In a year\", line AS \""
                + LINE
                + "\", verdict AS \"Newest 28 days\"," + after
                + " t.kpi, replace(priority, '_', '-') AS \"slug\" FROM told t" + (beside ? BesideSql.JOIN : "")
                + " ORDER BY place";
        return PanelKinds.table(title, reading, PanelSource.PUBLISHED, 24, height)
                .unit("string")
                .byDefault("noValue", "–")
                .sql(query, "table")
                .transform(
                        "convertFieldType",
                        object("conversions", List.of(object("targetField", LINE, "destinationType", "other"))))
                .field("Now", "custom.width", 110, "custom.align", "right")
                .field("Count", "custom.width", 235, "custom.wrapText", true)
                .field("In a year", "custom.width", 110, "custom.align", "right")
                .field(LINE, "custom.cellOptions", sparkline())
                .field(
                        "Newest 28 days",
                        "custom.width",
                        150,
                        "custom.cellOptions",
                        object("type", "markdown"),
                        "mappings",
                        IconMappings.mappings())
                .fields("^(kpi|slug)$", "custom.hideFrom", HIDDEN)
                .defines(rows.stream()
                        .map(row -> row.measure().slug())
                        .distinct()
                        .toArray(String[]::new));
    }

    /** A cell's line of values. */
    static Map<String, Object> sparkline() {
        return object(
                "type",
                "sparkline",
                "hideValue",
                true,
                "lineWidth",
                1.5,
                "fillOpacity",
                0,
                "gradientMode",
                "none",
                "lineInterpolation",
                "linear",
                "showPoints",
                "never");
    }

    private static Object[] figure(int width) {
        return new Object[] {
            "custom.width",
            width,
            "custom.wrapText",
            true,
            "links",
            List.of(object(
                    "title",
                    "What does this count?",
                    "url",
                    "/d/vaiwg-definitions?var-kpi=${__data.fields.kpi}&" + Variables.CARRIED))
        };
    }
}
