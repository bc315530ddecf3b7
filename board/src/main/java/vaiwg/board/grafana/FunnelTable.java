package vaiwg.board.grafana;

import vaiwg.kpis.catalogue.Measure;

/** Local policing areas side by side, each with the range of an area of its size; it is no league table. */
final class FunnelTable {
    private FunnelTable() {}

    static Panel panel(Shown shown, String title, int height) {
        Measure measure = shown.measure();
        Reading reading = Reading.of(
                measure,
                shown.basis(),
                shown.window().slug()
                        + ". The usual range is that of an area of so many cases if only chance and the usual"
                        + " differences between areas are at work: 19 of 20 lie within it, 499 of 500 within the far"
                        + " one. Areas stand in the order of their names. All VAIWG shows domestic abuse, since areas"
                        + " are cut within themes only");
        return Charts.table(title, reading, Source.PUBLISHED, 24, height)
                .unit(Charts.unit(measure))
                .byDefault("decimals", 1)
                .sql(query(shown), "table")
                .field("Cases", "unit", "locale", "decimals", 0)
                .field("Beside the other areas", "custom.width", 200)
                .defines(measure.slug());
    }

    private static String query(Shown shown) {
        return """
                SELECT initcap(replace(lpa, '_', ' ')) AS "Local policing area", denominator AS "Cases", value AS "Share",
                  lower_95 AS "Usual from", upper_95 AS "Usual to", lower_998 AS "Far from", upper_998 AS "Far to",
                  place || CASE place WHEN 'within' THEN ' its range' ELSE ' its range: ask why' END AS "Beside the other areas",
                  to_char(as_at, 'DD Mon YYYY') AS "As at"
                FROM vaiwg.kpi_funnel
                WHERE force = '$force' AND kpi = '%1$s' AND basis = '%2$s' AND "window" = '%3$s'
                  AND theme = CASE '$theme' WHEN 'all' THEN 'domestic_abuse' ELSE '$theme' END AND as_at = %4$s
                  AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')
                ORDER BY 1""".formatted(
                shown.measure().slug(), shown.basis().slug(), shown.window().slug(), Sql.NEWEST);
    }
}
