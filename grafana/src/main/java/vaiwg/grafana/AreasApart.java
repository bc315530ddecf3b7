package vaiwg.grafana;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.AreaPlan;
import vaiwg.kpis.catalogue.View;

/** By every figure of an area's page which policing areas stand apart from the others, or why areas are not compared by it. */
final class AreasApart {
    private static final int TEN_AREAS = 10;
    /** The share of areas beyond the 99.8 % range of their size. */
    private static final double BEYOND = 0.002;

    private AreasApart() {}

    static Panel panel(List<FigureRow> figures, int width, int height) {
        Reading reading = new Reading(
                "Policing areas beyond the range of their size, in which 499 of 500 lie if only chance and the usual differences between areas"
                        + " are at work; or why areas are not compared by a figure. Within the chosen theme, where areas are compared in it, else in"
                        + " domestic abuse; as a whole (All) where a figure is not broken down by theme and area.",
                "policing areas",
                "none: to be asked why; with ten areas chance alone names " + byChance(figures) + " here",
                "as the report reads each figure",
                "365d, or as it stands; as at the beginning of the month");
        return Charts.table("Policing areas that stand apart, by figure", reading, Source.PUBLISHED, width, height)
                .unit("none")
                .byDefault("noValue", "–")
                .sql(query(figures), "table")
                .field("Figure", "custom.width", 310, "custom.wrapText", true)
                .field("Theme", "custom.width", 180)
                .field("Areas compared", "custom.width", 130, "custom.align", "right")
                .field("Beyond the range of its size", "custom.wrapText", true)
                .defines(figures.stream()
                        .map(row -> row.measure().slug())
                        .distinct()
                        .toArray(String[]::new));
    }

    /** How many names chance gives ten areas: one in 500 of each figure by which areas are compared. */
    private static String byChance(List<FigureRow> figures) {
        long compared = figures.stream()
                .filter(row -> AreaPlan.uncompared(row.measure()).isEmpty())
                .count();
        return String.format(Locale.UK, "%.1f", compared * TEN_AREAS * BEYOND);
    }

    private static String query(List<FigureRow> figures) {
        return """
                WITH figure (place, name, kpi, basis, win, reason) AS (VALUES
                  %1$s
                ), area AS (
                  SELECT f.kpi, coalesce(f.theme, '') AS theme, f.lpa, f.place
                  FROM vaiwg.kpi_funnel_dashboard f JOIN figure s ON (f.kpi, f.basis, f."window") = (s.kpi, s.basis, s.win)
                  WHERE f.force = '$force' AND f.as_at = %2$s
                    AND f.publication = %4$s
                ), chosen AS (
                  SELECT DISTINCT ON (kpi) kpi, theme FROM area
                  ORDER BY kpi, theme = '$theme' DESC, theme = 'domestic_abuse' DESC, theme
                )
                SELECT s.name AS "Figure", CASE WHEN c.theme IS NOT NULL THEN %3$s END AS "Theme", nullif(count(a.lpa), 0) AS "Areas compared",
                  CASE WHEN s.reason <> '' THEN 'not compared: ' || s.reason
                    WHEN count(a.lpa) = 0 THEN 'not compared yet: fewer than three areas have enough cases'
                    ELSE coalesce(string_agg(initcap(replace(a.lpa, '_', ' ')) || replace(a.place, 'far ', ' (') || ')', ', ' ORDER BY a.lpa)
                      FILTER (WHERE a.place LIKE 'far %%'), 'none') END AS "Beyond the range of its size"
                FROM figure s LEFT JOIN chosen c USING (kpi) LEFT JOIN area a ON (a.kpi, a.theme) = (c.kpi, c.theme)
                GROUP BY s.place, s.name, s.reason, c.theme
                ORDER BY s.place""".formatted(
                figures.stream().map(row -> values(figures.indexOf(row), row)).collect(Collectors.joining(",\n  ")),
                Sql.NEWEST_MONTH,
                MatterSql.themeName("c.theme"),
                Sql.NEWEST_PUBLICATION);
    }

    private static String values(int place, FigureRow row) {
        View view = row.view();
        String reason = AreaPlan.uncompared(row.measure())
                .map(AreaPlan.Uncompared::words)
                .orElse("");
        return "(" + place + ", " + FigureRow.quoted(row.name()) + ", "
                + FigureRow.quoted(row.measure().slug()) + ", "
                + FigureRow.quoted(view.basis().slug()) + ", "
                + FigureRow.quoted(view.window().slug()) + ", "
                + FigureRow.quoted(reason) + ")";
    }
}
