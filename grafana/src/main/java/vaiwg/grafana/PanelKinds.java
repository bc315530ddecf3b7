package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Window;

/** The kinds of panels of which dashboards are made. */
final class PanelKinds {
    private static final int TEXT_SIZE = 14;
    private static final int VALUE_SIZE = 30;
    private static final int BAR_TITLE_SIZE = 12;

    private PanelKinds() {}

    /** An empty chart of lines over time. */
    static Panel lines(String title, PanelReading reading, PanelSource source, String unit, int width, int height) {
        return lines("timeseries", title, reading, source, unit, width, height);
    }

    /** An empty chart of lines over a number, which the option {@code xField} names. */
    static Panel curves(String title, PanelReading reading, PanelSource source, String unit, int width, int height) {
        return lines("trend", title, reading, source, unit, width, height);
    }

    private static Panel lines(
            String type, String title, PanelReading reading, PanelSource source, String unit, int width, int height) {
        return new Panel(type, title, width, height)
                .reads(reading, source)
                .unit(unit)
                .byDefault("noValue", "too few cases")
                .byDefault(
                        "custom",
                        object(
                                "drawStyle",
                                "line",
                                "lineInterpolation",
                                "linear",
                                "lineWidth",
                                2,
                                "fillOpacity",
                                0,
                                "showPoints",
                                "never",
                                "pointSize",
                                6,
                                "spanNulls",
                                false,
                                "axisLabel",
                                axis(reading, source),
                                "axisPlacement",
                                "left",
                                "axisGridShow",
                                true))
                .option(
                        "legend",
                        object("displayMode", "list", "placement", "bottom", "showLegend", true, "calcs", List.of()))
                .option("tooltip", object("mode", "multi", "sort", "desc"));
    }

    /** One or a few big numbers. */
    static Panel numbers(String title, PanelReading reading, PanelSource source, String unit, int width, int height) {
        return new Panel("stat", title, width, height)
                .reads(reading, source)
                .unit(unit)
                .byDefault("noValue", "too few cases")
                .option("reduceOptions", object("values", false, "calcs", List.of("lastNotNull"), "fields", ""))
                .option("colorMode", "value")
                .option("graphMode", "none")
                .option("textMode", "value_and_name")
                .option("justifyMode", "center")
                .option("orientation", "auto")
                .option("wideLayout", false)
                .option("showPercentChange", false)
                .option("text", object("titleSize", TEXT_SIZE, "valueSize", VALUE_SIZE));
    }

    /** A table of what a query gives. */
    static Panel table(String title, PanelReading reading, PanelSource source, int width, int height) {
        return new Panel("table", title, width, height)
                .reads(reading, source)
                .unit("none")
                .byDefault("noValue", "none")
                .byDefault(
                        "custom",
                        object(
                                "align",
                                "left",
                                "minWidth",
                                90,
                                "wrapHeaderText",
                                true,
                                "cellOptions",
                                object("type", "auto")))
                .option("showHeader", true)
                .option("cellHeight", "sm");
    }

    /** Bars that lie, one a row, with their values beside them. */
    static Panel bars(String title, PanelReading reading, PanelSource source, int width, int height) {
        return new Panel("bargauge", title, width, height)
                .reads(reading, source)
                .unit("percentunit")
                .byDefault("color", object("mode", "fixed", "fixedColor", DashboardPalette.BLUE))
                .byDefault("min", 0)
                .byDefault("decimals", 0)
                .byDefault("noValue", "too few cases")
                .option("displayMode", "basic")
                .option("orientation", "horizontal")
                .option("showUnfilled", true)
                .option("valueMode", "text")
                .option("namePlacement", "left")
                .option("sizing", "auto")
                .option("minVizHeight", 16)
                .option("maxVizHeight", 40)
                .option("reduceOptions", object("values", false, "calcs", List.of("lastNotNull"), "fields", ""))
                .option("legend", object("showLegend", false))
                // Grafana leaves as much room as the longest name takes at this size, and cuts larger ones.
                .option("text", object("titleSize", BAR_TITLE_SIZE, "valueSize", TEXT_SIZE));
    }

    /** Gives lines their colours; where there are more lines than colours, the later ones are dashed, then dotted. */
    static void lineStyles(Panel panel, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            panel.field(names.get(i), "color", colour(i), "custom.lineStyle", DashboardPalette.style(i));
        }
    }

    /** The fixed colour of the n-th line. */
    static Map<String, Object> colour(int n) {
        return object("mode", "fixed", "fixedColor", DashboardPalette.line(n));
    }

    static String words(Window window) {
        return window.length() == 0 ? "all, as it stood" : window.slug() + " before each day";
    }

    /** Short enough to stand beside a chart of seven rows; the (i) has the rest. */
    private static String axis(PanelReading reading, PanelSource source) {
        String unit = reading.unit().replaceFirst("^for each ([\\d,]+) .*", "per $1");
        return source == PanelSource.HEALTH ? unit : unit + ", axis fitted";
    }
}
