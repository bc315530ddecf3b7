package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;

/** By how much a share differs from that of like cases, with its interval, beside the line on which there is no difference. */
final class GapChart {
    private static final Object BAND = object("mode", "fixed", "fixedColor", DashboardPalette.REBASE);
    private static final Object HIDDEN = object("legend", true, "tooltip", false, "viz", false);

    private GapChart() {}

    static Panel panel(FigureRow row, int width, int height) {
        PanelReading counted = PanelReading.of(
                row.measure(),
                row.view().basis(),
                PanelKinds.words(row.view().window())
                        + ", every 28 days; neighbours share most of their cases. The band is the interval, and the"
                        + " axis is fitted to the data");
        PanelReading reading =
                new PanelReading(counted.what(), "points", counted.direction(), counted.basis(), counted.window());
        return PanelKinds.lines(row.name(), reading, PanelSource.CONDUCT, "suffix:pts", width, height)
                .byDefault("noValue", "No like cases yet, or withheld: the share itself is of fewer than five.")
                .sql(query(row), "time_series")
                .field("Gap", "color", PanelKinds.colour(0), "custom.showPoints", "always", "custom.pointSize", 5)
                .field(
                        "No gap",
                        "color",
                        object("mode", "fixed", "fixedColor", DashboardPalette.GREY),
                        "custom.lineWidth",
                        1,
                        "custom.lineStyle",
                        object("fill", "dash", "dash", List.of(6, 4)))
                .fields("^Estimate, at (most|least)$", "color", BAND, "custom.lineWidth", 0, "custom.hideFrom", HIDDEN)
                .fields("^Estimate, at most$", "custom.fillBelowTo", "Estimate, at least", "custom.fillOpacity", 20);
    }

    private static String query(FigureRow row) {
        return """
            WITH day AS (
              SELECT newest.as_at - 28 * k AS as_at FROM (SELECT %1$s AS as_at) newest, generate_series(0, 130) k
              WHERE newest.as_at - 28 * k >= $__timeFrom()::timestamp
            ), gap AS (
              SELECT DISTINCT ON (as_at) as_at, value, lower, upper FROM vaiwg.kpi_value_conduct
              WHERE force = '$force' AND kpi = '%2$s' AND basis = '%3$s' AND "window" = '%4$s' AND slice = '' AND NOT small
                AND as_at IN (SELECT as_at FROM day)
              ORDER BY as_at, publication DESC
            )
            SELECT as_at::timestamp AT TIME ZONE 'Europe/London' AS "time", line.name AS metric, round((100 * line.value)::numeric, 1)::float8 AS value
            FROM gap, LATERAL (VALUES ('Gap', value), ('No gap', 0), ('Estimate, at least', lower), ('Estimate, at most', upper)) line(name, value)
            ORDER BY 1, 2\
            """.formatted(
                        Sql.NEWEST,
                        row.measure().slug(),
                        row.view().basis().slug(),
                        row.view().window().slug());
    }
}
