package vaiwg.grafana;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.AreaPlan;
import vaiwg.kpis.catalogue.View;

/** The figures of an area's page by which policing areas stand apart, how many show none, and why areas are not compared by others. */
final class AreasApart {
    private static final int TEN_AREAS = 10;
    /** The share of areas beyond the 99.8 % range of their size. */
    private static final double BEYOND = 0.002;

    private AreasApart() {}

    static Panel panel(List<FigureRow> figures, int width, int height) {
        PanelReading reading = new PanelReading(
                "Policing areas beyond the range of their size, in which 499 of 500 lie if only chance and the usual differences between areas"
                        + " are at work; or why areas are not compared by a figure. Within the chosen theme, where areas are compared in it, else in"
                        + " domestic abuse; as a whole (All) where a figure is not broken down by theme and area."
                        + " Area known: of how many of its cases.",
                "policing areas",
                "none: to be asked why; with ten areas chance alone names " + byChance(figures) + " here",
                "as the report reads each figure",
                "365d, or as it stands; as at the beginning of the month");
        return PanelKinds.table(
                        "Policing areas that stand apart, by figure", reading, PanelSource.PUBLISHED, width, height)
                .unit("none")
                .byDefault("noValue", "–")
                .sql(query(figures), "table")
                .field("Figure", "custom.width", 310, "custom.wrapText", true)
                .field("Theme", "custom.width", 180)
                .field("Areas compared", "custom.width", 130, "custom.align", "right")
                .field("Area known", "custom.width", 130, "custom.align", "right")
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
                ), known AS (
                  SELECT s.kpi, CASE WHEN NOT (whole.suppressed OR unknown.suppressed) THEN 100 - 100.0 * unknown.denominator / nullif(whole.denominator, 0) END AS of_all
                  FROM figure s JOIN chosen c USING (kpi) CROSS JOIN LATERAL (%5$s) whole CROSS JOIN LATERAL (%6$s) unknown
                ), told AS (
                  SELECT s.place, s.name, CASE WHEN c.theme IS NOT NULL THEN %3$s END AS theme, count(a.lpa) AS areas, k.of_all,
                    CASE WHEN s.reason <> '' THEN s.reason WHEN count(a.lpa) = 0 THEN 'not before its whole time is over and three areas have enough cases' END AS reason,
                    string_agg(initcap(replace(a.lpa, '_', ' ')) || replace(a.place, 'far ', ' (') || ')', ', ' ORDER BY a.lpa)
                      FILTER (WHERE a.place LIKE 'far %%') AS apart
                  FROM figure s LEFT JOIN chosen c USING (kpi) LEFT JOIN area a ON (a.kpi, a.theme) = (c.kpi, c.theme) LEFT JOIN known k ON k.kpi = s.kpi
                  GROUP BY s.place, s.name, s.reason, c.theme, k.of_all
                )
                SELECT "Figure", "Theme", "Areas compared", "Area known", "Beyond the range of its size" FROM (
                  SELECT 0 AS kind, place, name AS "Figure", theme AS "Theme", areas::text AS "Areas compared", to_char(of_all, 'FM990.0') || '%%' AS "Area known",
                    apart AS "Beyond the range of its size" FROM told WHERE apart IS NOT NULL
                  UNION ALL
                  SELECT 1, 0, count(*) || CASE WHEN EXISTS (SELECT FROM told WHERE apart IS NOT NULL) THEN ' other' ELSE '' END
                      || CASE count(*) WHEN 1 THEN ' figure' ELSE ' figures' END, CASE WHEN count(DISTINCT theme) = 1 THEN min(theme) ELSE '–' END,
                    concat_ws(' to ', min(areas), nullif(max(areas), min(areas))),
                    concat_ws(' to ', to_char(min(of_all), 'FM990.0') || '%%', CASE WHEN max(of_all) > min(of_all) THEN to_char(max(of_all), 'FM990.0') || '%%' END), 'none'
                    FROM told WHERE apart IS NULL AND reason IS NULL HAVING count(*) > 0
                  UNION ALL
                  SELECT 2, min(place), 'Not compared', '–', '–', '–', upper(left(reason, 1)) || substr(reason, 2) || ': ' || string_agg(name, '; ' ORDER BY place)
                    FROM told WHERE reason IS NOT NULL GROUP BY reason
                ) line ORDER BY kind, place""".formatted(
                figures.stream().map(row -> values(figures.indexOf(row), row)).collect(Collectors.joining(",\n  ")),
                Sql.NEWEST_MONTH,
                MatterSql.themeName("c.theme"),
                Sql.NEWEST_PUBLICATION,
                denominator("coalesce('theme=' || nullif(c.theme, ''), '')"),
                denominator("concat_ws(';', 'lpa=unknown', 'theme=' || nullif(c.theme, ''))"));
    }

    /** Of one figure and slice, asked apart: of all figures at once the view would withhold numbers of every slice first. */
    private static String denominator(String slice) {
        return """
            SELECT denominator, suppressed FROM vaiwg.kpi_value_dashboard v
            WHERE v.force = '$force' AND v.as_at = %s AND v.publication = %s AND v.kpi = s.kpi AND v.basis = s.basis AND v."window" = s.win
              AND v.slice = %s OFFSET 0\
            """.formatted(Sql.NEWEST_MONTH, Sql.NEWEST_PUBLICATION, slice);
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
