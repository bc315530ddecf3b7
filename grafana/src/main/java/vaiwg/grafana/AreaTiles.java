package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/** A share in each policing area, a tile each, darker where it is higher: a map without shapes. */
final class AreaTiles {
    private static final Window YEAR = Window.days(365);

    private AreaTiles() {}

    /** @param measure a share of a year, by theme and policing area */
    static Panel panel(Measure measure, int width, int height) {
        PanelReading reading = PanelReading.of(
                measure,
                measure.readByDay().orElseThrow().basis(),
                "365d, as at the beginning of the month, in the chosen theme, or else in domestic abuse");
        return new Panel("stat", measure.title() + ", by policing area", width, height)
                .reads(reading, PanelSource.PUBLISHED)
                .unit("percent")
                .byDefault("decimals", 0)
                .byDefault("min", 0)
                .whenEmpty(PolicingAreas.notYet(YEAR), Sql.WITHHELD)
                .byDefault("color", object("mode", "continuous-blues"))
                .option("reduceOptions", object("values", true, "calcs", List.of("lastNotNull"), "fields", "/^value$/"))
                .option("colorMode", "background_solid")
                .option("graphMode", "none")
                .option("textMode", "value_and_name")
                .option("justifyMode", "center")
                .option("orientation", "vertical")
                .option("text", object("titleSize", 14, "valueSize", 30))
                .sql(query(measure), "table")
                .defines(measure.slug());
    }

    private static String query(Measure measure) {
        return """
                SELECT initcap(replace(substring(slice FROM 'lpa=([^;]+)'), '_', ' ')) AS name, 100 * value AS value
                FROM (
                  SELECT DISTINCT ON (slice) slice, value FROM vaiwg.kpi_value_dashboard
                  WHERE force = '$force' AND kpi = '%1$s' AND basis = 'recorded' AND "window" = '365d' AND as_at = %2$s
                    AND slice LIKE 'lpa=%%;theme=' || CASE '$theme' WHEN 'all' THEN 'domestic_abuse' ELSE '$theme' END
                    AND slice NOT LIKE 'lpa=unknown%%'
                  ORDER BY slice, publication DESC
                ) area ORDER BY 1""".formatted(measure.slug(), Sql.NEWEST_MONTH);
    }
}
