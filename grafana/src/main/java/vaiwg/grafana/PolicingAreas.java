package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/** Policing areas beside one another, each with the range of an area of its size; in order of size, not ranked. */
final class PolicingAreas {
    private PolicingAreas() {}

    static Panel panel(FigureRow row, String dashboard, int width, int height) {
        Measure measure = row.measure();
        PanelReading reading = PanelReading.of(
                measure,
                row.view().basis(),
                row.view().window().slug()
                        + ", as at the beginning of the month. The range is that of an area of so many cases if only chance and the usual differences between"
                        + " areas are at work: 19 of 20 lie within it. Areas are compared within the chosen theme, where the figure has it, else in domestic abuse; as a whole (All) where a figure is not broken down by theme and area");
        return PanelKinds.table(
                        "Policing areas beside one another, " + FirstLetters.small(row.name()),
                        reading,
                        PanelSource.PUBLISHED,
                        width,
                        height)
                .unit("none")
                .byDefault("noValue", notYet(row.view().window()))
                .sql(query(row), "table")
                .field(
                        "Policing area",
                        "custom.width",
                        140,
                        "links",
                        List.of(object(
                                "title",
                                "Show this area",
                                "url",
                                "/d/vaiwg-" + dashboard
                                        + "?${force:queryparam}&${theme:queryparam}&var-lpa=${__data.fields.slug}")))
                .field("Theme", "custom.width", 180)
                .field("Cases", "unit", "locale", "noValue", Sql.WITHHELD, "custom.width", 85, "custom.align", "right")
                .field(
                        "%",
                        "unit",
                        "percent",
                        "decimals",
                        1,
                        "noValue",
                        Sql.WITHHELD,
                        "min",
                        0,
                        "fieldMinMax",
                        true,
                        "custom.cellOptions",
                        object("type", "gauge", "mode", "basic", "valueDisplayMode", "text"),
                        "color",
                        object("mode", "fixed", "fixedColor", DashboardPalette.BLUE))
                .field("Expected for its size", "custom.width", 130)
                .field("Beside the others", "custom.width", 150)
                .field("slug", "custom.hideFrom", object("legend", false, "tooltip", false, "viz", true))
                .defines(measure.slug());
    }

    /** Why there is no figure of any area: figures of part of a window are not published by area. */
    static String notYet(Window window) {
        return window.length() == 0
                ? "Areas have a figure once enough cases are recorded."
                : "Areas have a figure once the history holds " + window.length()
                        + " days, and they have enough cases.";
    }

    private static String query(FigureRow row) {
        return """
                WITH area AS (
                  SELECT * FROM vaiwg.kpi_funnel_dashboard
                  WHERE force = '$force' AND kpi = '%1$s' AND basis = '%2$s' AND "window" = '%3$s' AND as_at = %4$s
                    AND publication = %7$s
                )
                SELECT initcap(replace(lpa, '_', ' ')) AS "Policing area", %5$s AS "Theme", denominator AS "Cases", 100 * value AS "%%",
                  coalesce(to_char(100 * lower_95, 'FM990.0') || ' to ' || to_char(100 * upper_95, 'FM990.0') || '%%', '%6$s') AS "Expected for its size",
                  CASE place WHEN 'within' THEN 'within its range' ELSE place || ' its range: ask why' END AS "Beside the others", lpa AS slug
                FROM area
                WHERE theme IS NOT DISTINCT FROM (SELECT theme FROM area ORDER BY theme = '$theme' DESC, theme = 'domestic_abuse' DESC, theme LIMIT 1)
                ORDER BY denominator DESC NULLS LAST, 1""".formatted(
                        row.measure().slug(),
                        row.view().basis().slug(),
                        row.view().window().slug(),
                        Sql.NEWEST_MONTH,
                        MatterSql.themeName("theme"),
                        Sql.WITHHELD,
                        Sql.NEWEST_PUBLICATION);
    }
}
