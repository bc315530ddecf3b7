package vaiwg.grafana;

/**
 * The days from one day with an event of conduct to the next, and the limits of a t chart as the report's are made: of the times of the
 * first twelve blocks of 28 days, twelve times at least, raised to the power 1/3.6 (Nelson).
 */
final class TimesBetween {
    /** The blocks of which limits are made, in days. */
    static final int BASELINE_DAYS = 12 * 28;

    private static final int FEWEST_TIMES = 12;

    private TimesBetween() {}

    /** The beginning of a query of each force: tables {@code event}, {@code time} (days) and {@code limits} (days). */
    static String sql(FigureRow row) {
        return """
            WITH event AS (
              SELECT force, day, day - lag(day) OVER (PARTITION BY force ORDER BY day) AS days, min(day) OVER (PARTITION BY force) AS first
              FROM vaiwg.kpi_day_conduct WHERE kpi = '%1$s' AND basis = '%2$s' AND slice = ''
            ), time AS (
              SELECT force, day, first, days, power(days, 1 / 3.6::float8) AS y FROM event WHERE days IS NOT NULL
            ), step AS (
              SELECT force, y, abs(y - lag(y) OVER (PARTITION BY force ORDER BY day)) AS moved FROM time WHERE day < first + %3$d
            ), base AS (
              SELECT force, avg(y) AS centre, 3 * avg(moved) / 1.128 AS reach FROM step GROUP BY force HAVING count(*) >= %4$d
            ), limits AS (
              SELECT force, power(centre, 3.6) AS centre, power(greatest(centre - reach, 0), 3.6) AS lower, power(centre + reach, 3.6) AS upper
              FROM base
            )
            """.formatted(row.measure().slug(), row.view().basis().slug(), BASELINE_DAYS, FEWEST_TIMES);
    }
}
