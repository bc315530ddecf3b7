package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/** The kinds of panels of which boards are made. */
final class Charts {
    private static final int TEXT_SIZE = 14;
    private static final int VALUE_SIZE = 30;
    private static final int BAR_TITLE_SIZE = 12;

    private Charts() {}

    /** The history of a measure as known now, a line for each theme, its unfinished end dashed. */
    static Panel restated(String title, Measure measure, Basis basis, int width, int height) {
        return restated(title, measure, basis, Themes.of(measure), width, height);
    }

    /** Likewise with a line for each of some themes. */
    static Panel restated(
            String title, Measure measure, Basis basis, Map<String, String> themes, int width, int height) {
        Reading reading = Reading.of(
                measure,
                basis,
                "months, quarters or years that follow one another; a dashed end is provisional: not whole yet");
        Panel panel = lines(title, reading, Source.RESTATED, unit(measure), width, height)
                .sql(Sql.blocks(measure, basis, themes), "time_series")
                .defines(measure.slug());
        themeColours(panel, themes);
        panel.fields(
                " \\(provisional\\)$",
                "custom.lineStyle",
                object("fill", "dash", "dash", List.of(4, 6)),
                "custom.hideFrom",
                object("legend", true, "tooltip", false, "viz", false));
        return measure.kind() == Measure.Kind.COUNT ? panel.byDefault("decimals", 0) : panel;
    }

    /** A measure as it was published each day, over its window, a line for each theme. */
    static Panel published(String title, Measure measure, Basis basis, Window window, int width, int height) {
        Reading reading = Reading.of(measure, basis, words(window) + PromQl.leftOut(measure, window));
        Panel panel = lines(title, reading, Source.LIVE, unit(measure), width, height)
                .line(
                        PromQl.history(measure, basis, window, Themes.matcher(measure), "theme"),
                        Themes.cut(measure) ? "{{theme}}" : measure.title())
                .with("interval", "1d")
                .with("maxDataPoints", 1200)
                .defines(measure.slug());
        if (Themes.cut(measure)) {
            themeColours(panel, Themes.of(measure));
        }
        return measure.kind() == Measure.Kind.COUNT ? panel.byDefault("decimals", 0) : panel;
    }

    /** An empty chart of lines. */
    static Panel lines(String title, Reading reading, Source source, String unit, int width, int height) {
        return new Panel("timeseries", title, width, height)
                .reads(reading, source)
                .unit(unit)
                .byDefault("min", 0)
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
                                source == Source.RESTATED ? "always" : "never",
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
    static Panel numbers(String title, Reading reading, Source source, String unit, int width, int height) {
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
    static Panel table(String title, Reading reading, Source source, int width, int height) {
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
    static Panel bars(String title, Reading reading, Source source, int width, int height) {
        return new Panel("bargauge", title, width, height)
                .reads(reading, source)
                .unit("percentunit")
                .byDefault("color", object("mode", "fixed", "fixedColor", Palette.BLUE))
                .byDefault("min", 0)
                .byDefault("max", 1)
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

    /** Several measures, each on a basis and window, as a table of now and a year before. */
    static Panel standing(String title, List<Shown> shown, int width, int height) {
        String wanted = shown.stream()
                .map(one -> "(" + shown.indexOf(one) + ", '" + one.measure().slug() + "', '"
                        + one.basis().slug() + "', '" + one.window().slug() + "', " + Themes.cut(one.measure()) + ")")
                .collect(Collectors.joining(", "));
        Reading reading = new Reading(
                "Each figure as it was published in the newest snapshot, and in that of the same day a year before."
                        + " 'About the same': chance alone moves it as far in nineteen years of twenty. 'Needs a look': it"
                        + " moved further, against its good direction.",
                "named in the table",
                "named in the table",
                "named in the table",
                "named in the table");
        Panel panel = table(title, reading, Source.PUBLISHED, width, height)
                .sql(Sql.standing(wanted), "table")
                .defines(shown.stream().map(one -> one.measure().slug()).toArray(String[]::new))
                .field("kpi", "custom.hideFrom", object("legend", false, "tooltip", false, "viz", true))
                .field(
                        "Figure",
                        "custom.width",
                        500,
                        "custom.wrapText",
                        true,
                        "links",
                        List.of(object(
                                "title",
                                "What does this count?",
                                "url",
                                "/d/vaiwg-definitions?var-kpi=${__data.fields.kpi}&${force:queryparam}")))
                .fields("^(Now|A year before)$", "custom.width", 135)
                .field("Than a year before", "custom.width", 150)
                .field("Cases", "unit", "locale", "custom.width", 95)
                .field("Basis", "custom.width", 110)
                .field("Window", "custom.width", 80)
                .field("As at", "custom.width", 110);
        return panel;
    }

    /** Gives each theme its name and colour, its provisional end too. */
    static void themeColours(Panel panel, Map<String, String> themes) {
        List<String> labels = List.copyOf(themes.keySet());
        themes.forEach((label, name) -> {
            panel.fields("^" + name + "( \\(provisional\\))?$", "color", colour(labels.indexOf(label)));
            panel.field(label, "displayName", name, "color", colour(labels.indexOf(label)));
        });
    }

    /** Gives lines their colours; where there are more lines than colours, the later ones are dashed, then dotted. */
    static void lineStyles(Panel panel, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            panel.field(names.get(i), "color", colour(i), "custom.lineStyle", Palette.style(i));
        }
    }

    /** The fixed colour of the n-th line. */
    static Map<String, Object> colour(int n) {
        return object("mode", "fixed", "fixedColor", Palette.line(n));
    }

    /** Grafana's unit for a measure's values. */
    static String unit(Measure measure) {
        return switch (measure.kind()) {
            case SHARE -> "percentunit";
            case COUNT -> "locale";
            case RATE, POPULATION_RATE -> "none";
            case PERCENTILE -> "suffix: " + measure.unit();
        };
    }

    static String words(Window window) {
        return window.length() == 0 ? "all, as it stood" : window.slug() + " before each day";
    }

    /** Short enough to stand beside a chart of nine rows; the (i) has the rest. */
    private static String axis(Reading reading, Source source) {
        if (source == Source.HEALTH) {
            return reading.unit();
        }
        String unit = reading.unit().replaceFirst("^for each ([\\d,]+) .*", "per $1");
        return unit + " · " + reading.basis().replaceFirst(" \\(.*", "") + " · "
                + (source == Source.RESTATED ? "restated" : "published");
    }
}
