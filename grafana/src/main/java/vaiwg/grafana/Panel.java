package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One panel in Grafana's terms, without its place; a dashboard gives it that. */
final class Panel {
    private final String type;
    private final String title;
    private final int width;
    private final int height;
    private final Map<String, Object> defaults = object(
            "color",
            object("mode", "fixed", "fixedColor", DashboardPalette.TEXT),
            "thresholds",
            object("mode", "absolute", "steps", List.of(object("color", DashboardPalette.TEXT, "value", null))));
    private final Map<String, Object> options = new LinkedHashMap<>();
    private final List<Object> overrides = new ArrayList<>();
    private final List<Object> targets = new ArrayList<>();
    private final List<Object> transformations = new ArrayList<>();
    private final Map<String, Object> more = new LinkedHashMap<>();
    private String description = "";
    private PanelSource source;

    Panel(String type, String title, int width, int height) {
        this.type = type;
        this.title = title;
        this.width = width;
        this.height = height;
    }

    String title() {
        return title;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Panel says(String text) {
        this.description = text;
        return this;
    }

    Panel reads(PanelReading reading, PanelSource from) {
        this.source = from;
        return says(reading.description(from));
    }

    /** The definitions of these measures, one click away. */
    Panel defines(String... kpis) {
        more.put(
                "links",
                List.of(object(
                        "title",
                        "What does this count?",
                        "url",
                        "/d/vaiwg-definitions?"
                                + Stream.of(kpis).map(kpi -> "var-kpi=" + kpi).collect(Collectors.joining("&"))
                                + "&" + Variables.CARRIED)));
        return this;
    }

    Panel unit(String unit) {
        return byDefault("unit", unit);
    }

    Panel byDefault(String name, Object value) {
        defaults.put(name, value);
        return this;
    }

    /**
     * What the panel says where its query gives no row, and a cell without a value where it gives some. Cells with words of their own come
     * after it.
     */
    Panel whenEmpty(String panel, String cell) {
        return byDefault("noValue", panel).fields(".*", "noValue", cell);
    }

    Panel option(String name, Object value) {
        options.put(name, value);
        return this;
    }

    Panel with(String name, Object value) {
        more.put(name, value);
        return this;
    }

    /** Properties, names and values in turn, of the one field of this name. */
    Panel field(String name, Object... properties) {
        return override("byName", name, properties);
    }

    /** Properties of the fields whose name matches a regular expression. */
    Panel fields(String expression, Object... properties) {
        return override("byRegexp", "/" + expression + "/", properties);
    }

    Panel transform(String id, Map<String, Object> settings) {
        transformations.add(object("id", id, "options", settings));
        return this;
    }

    /** A query over the time range. */
    Panel line(String expression, String legend) {
        return prometheus(expression, legend, false);
    }

    /** A query at the end of the time range. */
    Panel now(String expression, String legend) {
        return prometheus(expression, legend, true);
    }

    Panel sql(String query, String format) {
        targets.add(object(
                "refId",
                nextId(),
                "datasource",
                source.reference(),
                "rawQuery",
                true,
                "editorMode",
                "code",
                "format",
                format,
                "rawSql",
                query));
        return this;
    }

    private Panel prometheus(String expression, String legend, boolean instant) {
        targets.add(object(
                "refId",
                nextId(),
                "datasource",
                source.reference(),
                "expr",
                expression,
                "legendFormat",
                legend,
                "range",
                !instant,
                "instant",
                instant,
                "editorMode",
                "code"));
        return this;
    }

    private String nextId() {
        return String.valueOf((char) ('A' + targets.size()));
    }

    private Panel override(String matcher, String wanted, Object... properties) {
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < properties.length; i += 2) {
            pairs.add(object("id", properties[i], "value", properties[i + 1]));
        }
        overrides.add(object("matcher", object("id", matcher, "options", wanted), "properties", pairs));
        return this;
    }

    /** The finished panel at its place, which may be larger than it asked for. */
    Map<String, Object> at(int id, int x, int y, int placeWidth, int placeHeight) {
        Map<String, Object> json = object(
                "id",
                id,
                "type",
                type,
                "title",
                title,
                "description",
                description,
                "gridPos",
                object("x", x, "y", y, "w", placeWidth, "h", placeHeight));
        if (source != null) {
            json.put("datasource", source.reference());
            json.put("fieldConfig", object("defaults", defaults, "overrides", overrides));
        }
        json.put("options", options);
        json.putAll(more);
        if (!transformations.isEmpty()) {
            json.put("transformations", transformations);
        }
        if (!targets.isEmpty()) {
            json.put("targets", targets);
        }
        return json;
    }
}
