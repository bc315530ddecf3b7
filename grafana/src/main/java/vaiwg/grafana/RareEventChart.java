package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;

/** The days from one day with an event to the next, between their limits. A longer time is fewer events. */
final class RareEventChart {
    private static final String TIMES = "Days since the one before";

    private RareEventChart() {}

    static Panel panel(FigureRow row, int width, int height) {
        PanelReading counted = PanelReading.of(
                row.measure(),
                row.view().basis(),
                "each day with any, however many, and the days since the one before; higher is rarer. The band is usual variation, from the"
                        + " first 336 days; marked points lie outside it. The axis is fitted to the data");
        PanelReading reading =
                new PanelReading(counted.what(), "days", counted.direction(), counted.basis(), counted.window());
        Panel panel = PanelKinds.lines(title(row), reading, PanelSource.CONDUCT_REVISED, "none", width, height)
                .byDefault("noValue", "No two days with one yet.")
                .byDefault("decimals", 0)
                .sql(query(row), "time_series");
        return LimitLines.style(panel, TIMES)
                .field(TIMES, "custom.lineWidth", 1, "custom.pointSize", 4)
                .option(
                        "legend",
                        object("displayMode", "list", "placement", "bottom", "showLegend", false, "calcs", List.of()));
    }

    static String title(FigureRow row) {
        return "Days between: " + FirstLetters.small(row.name());
    }

    private static String query(FigureRow row) {
        return TimesBetween.sql(row) + """
            SELECT day::timestamp AT TIME ZONE 'Europe/London' AS "time", line.name AS metric, round(line.value::numeric, 1)::float8 AS value
            FROM time LEFT JOIN limits USING (force), LATERAL (VALUES
              ('%1$s', days::float8), ('Usual', centre), ('Lower limit', lower), ('Upper limit', upper),
              ('Outside usual variation', CASE WHEN days > upper OR days < lower THEN days END)) line(name, value)
            WHERE force = '$force' AND line.value IS NOT NULL AND day >= $__timeFrom()::timestamp ORDER BY 1, 2\
            """.formatted(TIMES);
    }
}
