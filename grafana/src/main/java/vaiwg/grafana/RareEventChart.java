package vaiwg.grafana;

import static vaiwg.grafana.Json.object;

import java.util.List;

/**
 * The days from one day with an event to the next, between the limits of a t chart as the report's are made: of the times of the first
 * twelve blocks of 28 days, twelve times at least, raised to the power 1/3.6 (Nelson). A longer time is fewer events.
 */
final class RareEventChart {
    private static final String TIMES = "Days since the one before";
    private static final int BASELINE_DAYS = 12 * 28;
    private static final int FEWEST_TIMES = 12;

    private RareEventChart() {}

    static Panel panel(FigureRow row, int width, int height) {
        Reading counted = Reading.of(
                row.measure(),
                row.view().basis(),
                "each day with any, however many, and the days since the one before; higher is rarer. The band is usual variation, from the"
                        + " first 336 days; marked points lie outside it. The axis is fitted to the data");
        Reading reading = new Reading(counted.what(), "days", counted.direction(), counted.basis(), counted.window());
        Panel panel = Charts.lines(
                        "Days between: " + Words.small(row.name()),
                        reading,
                        Source.CONDUCT_REVISED,
                        "none",
                        width,
                        height)
                .byDefault("noValue", "No two days with one yet.")
                .byDefault("decimals", 0)
                .sql(query(row), "time_series");
        return LimitLines.style(panel, TIMES)
                .field(TIMES, "custom.lineWidth", 1, "custom.pointSize", 4)
                .option(
                        "legend",
                        object("displayMode", "list", "placement", "bottom", "showLegend", false, "calcs", List.of()));
    }

    private static String query(FigureRow row) {
        return """
            WITH event AS (
              SELECT day, day - lag(day) OVER (ORDER BY day) AS days, min(day) OVER () AS first FROM vaiwg.kpi_day_conduct
              WHERE force = '$force' AND kpi = '%1$s' AND basis = '%2$s' AND slice = ''
            ), time AS (
              SELECT day, days, power(days, 1 / 3.6::float8) AS y FROM event WHERE days IS NOT NULL
            ), step AS (
              SELECT y, abs(y - lag(y) OVER (ORDER BY day)) AS moved FROM time WHERE day < (SELECT min(first) + %3$d FROM event)
            ), base AS (
              SELECT avg(y) AS centre, 3 * avg(moved) / 1.128 AS reach FROM step HAVING count(*) >= %4$d
            ), limits AS (
              SELECT power(centre, 3.6) AS centre, power(greatest(centre - reach, 0), 3.6) AS lower, power(centre + reach, 3.6) AS upper FROM base
            )
            SELECT day::timestamp AT TIME ZONE 'Europe/London' AS "time", line.name AS metric, round(line.value::numeric, 1)::float8 AS value
            FROM time LEFT JOIN limits ON true, LATERAL (VALUES
              ('%5$s', days::float8), ('Usual', centre), ('Lower limit', lower), ('Upper limit', upper),
              ('Outside usual variation', CASE WHEN days > upper OR days < lower THEN days END)) line(name, value)
            WHERE line.value IS NOT NULL AND day >= $__timeFrom()::timestamp ORDER BY 1, 2\
            """.formatted(row.measure().slug(), row.view().basis().slug(), BASELINE_DAYS, FEWEST_TIMES, TIMES);
    }
}
