package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.Window;

/** Numbers to take in at a glance: a figure, of how many, its change in a year, and what there is to act on. */
final class Tiles {
    private static final int TITLE_SIZE = 13;
    private static final int VALUE_SIZE = 24;

    /** What a tile calls its figure, in the fourth part of a tile's width; the panel's (i) has its whole name. */
    private static final Map<String, String> SHORT = Map.of(
            "public_space_offences", "in public",
            "victim_attrition", "attrition",
            "spo_applied_rate", "per 100",
            "characteristic_known", "ethnicity",
            "recorded_offences", "recorded",
            "decision_told", "told in time");

    private Tiles() {}

    /** The first figure of an area, with its matters to act on; a click leads to its dashboard. */
    static Panel area(Priority priority, FigureRow row, int width, int height) {
        String label = "'" + SHORT.getOrDefault(row.measure().slug(), "now") + "'";
        String values = values(label, row) + ", " + toActOn("area = '" + priority.slug() + "'");
        return tile(AreaNames.of(priority), row, values, width, height)
                .with("links", List.of(object("title", "Open the area", "url", AreaNames.link(priority))));
    }

    /**
     * One figure with its count and its change.
     *
     * @param withMatters with how many matters of it, in any theme, are to be acted on
     */
    static Panel figure(FigureRow row, boolean withMatters, int width, int height) {
        String matters = withMatters
                ? ", " + toActOn("concern = " + FigureRow.quoted(row.measure().concern()))
                : "";
        return tile(row.arrowed(), row, values(period(row.view().window()), row) + matters, width, height)
                .defines(row.measure().slug());
    }

    /** Of which time a figure is, in SQL: a window that is longer than the history holds part of it. */
    private static String period(Window window) {
        if (window.length() == 0) {
            return "'as it stands'";
        }
        boolean year = window.equals(Window.days(365));
        return "CASE WHEN f.partial THEN 'so far' ELSE '" + (year ? "12 months" : window.length() + " days") + "' END";
    }

    /** The figure under a label, of how many cases it is, or what it was a year ago, and its change. */
    private static String values(String label, FigureRow row) {
        return "(1, " + label + ", replace(f.now, 'too few', '–')), (2, " + whole(row) + "), (3, CASE WHEN f.change"
                + " LIKE '% pts' THEN 'pts in a"
                + " year' ELSE 'in a year' END,"
                + " replace(f.change, ' pts',"
                + " ''))";
    }

    private static String whole(FigureRow row) {
        if (row.measure().kind() == Measure.Kind.COUNT) {
            return "CASE f.now WHEN '–' THEN f.counted ELSE 'a year ago' END, f.a_year_ago";
        }
        boolean counted = row.measure().isShownAsCount();
        return "CASE f.now WHEN '" + Sql.WITHHELD + "' THEN 'cases' ELSE "
                + (counted
                        ? "CASE WHEN f.d IS NULL THEN f.counted ELSE 'of all' END"
                        : "coalesce(f.of_whole, f.counted)")
                + " END, coalesce(to_char(f." + (counted ? "d" : "n") + ", 'FM999,999,990'), '–')";
    }

    /** What a figure is called where there is room for a word or two. */
    static String shortName(FigureRow row) {
        return SHORT.getOrDefault(row.measure().slug(), FirstLetters.small(row.name()));
    }

    private static String toActOn(String condition) {
        return "(4, 'to act on', 'act|' || (" + MatterSql.toActOn(condition) + "))";
    }

    private static Panel tile(String title, FigureRow row, String values, int width, int height) {
        PanelReading reading = PanelReading.of(
                row.measure(), row.view().basis(), PanelKinds.words(row.view().window()));
        String query = FigureSql.with(List.of(row)) + ", " + MatterSql.cte()
                + "\nSELECT v.name, v.value FROM told f, LATERAL (VALUES " + values
                + ") v(place, name, value) ORDER BY v.place";
        return texts(title, reading, PanelSource.PUBLISHED, query, width, height)
                .byDefault(
                        "mappings",
                        List.of(
                                toAct(0, "^act\\|(0)$", DashboardPalette.TEXT),
                                toAct(1, "^act\\|(.*)$", DashboardPalette.ATTENTION)));
    }

    /** Of a query's rows, each a name and a value in words. */
    static Panel texts(String title, PanelReading reading, PanelSource source, String query, int width, int height) {
        return new Panel("stat", title, width, height)
                .reads(reading, source)
                .unit("string")
                .byDefault("noValue", "No snapshot yet")
                .option("reduceOptions", object("values", true, "calcs", List.of("lastNotNull"), "fields", "/^value$/"))
                .option("colorMode", "value")
                .option("graphMode", "none")
                .option("textMode", "value_and_name")
                .option("justifyMode", "center")
                .option("orientation", "vertical")
                .option("wideLayout", false)
                .option("showPercentChange", false)
                .option("text", object("titleSize", TITLE_SIZE, "valueSize", VALUE_SIZE))
                .sql(query, "table");
    }

    private static Map<String, Object> toAct(int index, String pattern, String colour) {
        return object(
                "type",
                "regex",
                "options",
                object("pattern", pattern, "result", object("text", "$1", "color", colour, "index", index)));
    }
}
