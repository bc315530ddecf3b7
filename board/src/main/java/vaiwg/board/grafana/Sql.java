package vaiwg.board.grafana;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;

/** Questions to PostgreSQL, with the rights of its reader: the views alone. */
final class Sql {
    /** The newest complete snapshot of the force. */
    static final String NEWEST = "(SELECT max(as_at) FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete)";

    private static final String BLOCK =
            "CASE '$block' WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months' ELSE interval"
                    + " '1 year' END";

    private Sql() {}

    /**
     * A measure's history as known now, in months, quarters or years that follow one another, a line for each theme. Only days whose
     * horizon has passed are counted, so the newest block is not lower for being young; while it is not whole it is a line of its own,
     * which begins at the last whole one.
     */
    static String blocks(Measure measure, Basis basis, Map<String, String> themes) {
        boolean count = measure.kind() == Measure.Kind.COUNT;
        String value = count ? "n" : "n::float8 / d";
        return """
            WITH reach AS (
              SELECT max(as_at) - %1$d AS until, coalesce((array_agg(history_from ORDER BY as_at DESC, generation DESC))[1], '-infinity') AS since
              FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete
            ), block AS (
              SELECT date_trunc('$block', day) AS begins, %2$s AS line, sum(numerator) AS n, sum(denominator) AS d
              FROM vaiwg.kpi_day, reach
              WHERE force = '$force' AND kpi = '%3$s' AND basis = '%4$s' AND slice IN (%5$s) AND day < until
                AND day >= date_trunc('$block', $__timeFrom()::timestamp)
              GROUP BY 1, 2
            ), shown AS (
              SELECT begins, line, n, d, begins + %6$s <= until AS whole,
                lead(begins + %6$s > until) OVER (PARTITION BY line ORDER BY begins) AS before_open
              FROM block, reach
              WHERE begins >= since%7$s
            )
            SELECT begins AT TIME ZONE 'Europe/London' AS "time", line AS metric, %8$s AS value FROM shown WHERE whole
            UNION ALL
            SELECT begins AT TIME ZONE 'Europe/London', line || ' (provisional)', %8$s FROM shown WHERE %9$s
            ORDER BY 1, 2\
            """.formatted(
                        basis.horizon(),
                        lines(themes),
                        measure.slug(),
                        basis.slug(),
                        slices(themes.keySet()),
                        BLOCK,
                        count ? "" : " AND d >= " + measure.minimumN(),
                        value,
                        count ? "false" : "NOT whole OR before_open");
    }

    /** The themes' slices as a list of literals. */
    static String slices(Collection<String> labels) {
        return labels.stream().map(label -> "'" + Themes.slice(label) + "'").collect(Collectors.joining(", "));
    }

    /** From a slice to its theme's name. */
    static String lines(Map<String, String> themes) {
        return themes.entrySet().stream()
                .map(theme -> "WHEN '" + Themes.slice(theme.getKey()) + "' THEN '" + theme.getValue() + "'")
                .collect(Collectors.joining(" ", "CASE slice ", " END"));
    }

    /** The slice of the chosen theme. */
    static String chosenSlice() {
        return "CASE '$theme' WHEN 'all' THEN '' ELSE 'theme=$theme' END";
    }

    /**
     * Rows of measures, each on one basis and window, in the chosen theme: now, a year before, the change, and of how many cases; as
     * published. A year before that is not whole, since the history begins in it, is not compared. A change that comes by chance in nineteen of twenty years (normal approximation) is called about the same.
     *
     * @param wanted {@code (place, kpi, basis, window, whether it is cut by theme)} literals; one that is not is shown as a total
     */
    static String standing(String wanted) {
        return """
            WITH wanted(place, kpi, basis, "window", cut) AS (VALUES %1$s),
            figure AS (
              SELECT DISTINCT ON (w.place, v.as_at) w.place, w.kpi, w.basis, w."window", v.as_at, v.value, v.small, v.partial,
                v.numerator, v.denominator
              FROM wanted w
              JOIN vaiwg.kpi_value v ON v.kpi = w.kpi AND v.basis = w.basis AND v."window" = w."window"
              WHERE v.force = '$force' AND v.slice = CASE WHEN w.cut THEN %2$s ELSE '' END AND v.as_at IN (%3$s, %3$s - 365)
              ORDER BY w.place, v.as_at, v.generation DESC
            ), told AS (
              SELECT now.place, m.title, m.kind, m.direction, m.unit, now.basis, now."window", now.as_at, now.kpi,
                CASE WHEN NOT now.small THEN now.value END AS value,
                CASE WHEN NOT before.small AND NOT before.partial THEN before.value END AS before, before.partial,
                CASE m.kind
                  WHEN 'share' THEN (now.numerator + before.numerator)::float8 / nullif(now.denominator + before.denominator, 0)
                END AS pooled,
                now.numerator AS n, now.denominator AS d, before.numerator AS n_before, before.denominator AS d_before,
                CASE WHEN m.kind = 'count' THEN now.numerator ELSE now.denominator END AS cases
              FROM figure now
              JOIN vaiwg.kpi_measure m USING (kpi)
              LEFT JOIN figure before ON before.place = now.place AND before.as_at = now.as_at - 365
              WHERE now.as_at = %3$s
            ), judged AS (
              SELECT *, 1.96 * CASE kind
                  WHEN 'share' THEN sqrt(pooled * (1 - pooled) * (1.0 / nullif(d, 0) + 1.0 / nullif(d_before, 0)))
                  WHEN 'rate' THEN sqrt(n / nullif(d, 0)::float8 ^ 2 + n_before / nullif(d_before, 0)::float8 ^ 2)
                  WHEN 'population_rate' THEN sqrt(n / nullif(d, 0)::float8 ^ 2 + n_before / nullif(d_before, 0)::float8 ^ 2)
                  WHEN 'count' THEN sqrt(n + n_before)
                  ELSE 0 END AS by_chance
              FROM told
            )
            SELECT title AS "Figure",
              %4$s AS "Now",
              CASE WHEN partial THEN 'not whole' ELSE %5$s END AS "A year before",
              CASE kind
                WHEN 'share' THEN to_char(100 * (value - before), 'SG990.0') || ' points'
                WHEN 'rate' THEN to_char(100 * (value - before), 'SG990.0')
                WHEN 'population_rate' THEN to_char(10000 * (value - before), 'SG990.0')
                ELSE to_char(value - before, 'SG999,990')
              END AS "Change",
              CASE
                WHEN direction = 'none' THEN 'no good direction'
                WHEN partial THEN 'history too short'
                WHEN value IS NULL OR before IS NULL THEN 'too few cases'
                WHEN abs(value - before) <= by_chance THEN 'about the same'
                WHEN (value > before) = (direction = 'up') THEN 'better'
                ELSE 'needs a look'
              END AS "Than a year before",
              cases AS "Cases", basis AS "Basis", "window" AS "Window", to_char(as_at, 'DD Mon YYYY') AS "As at", kpi
            FROM judged ORDER BY place\
            """.formatted(wanted, chosenSlice(), NEWEST, formatted("value"), formatted("before"));
    }

    private static String formatted(String value) {
        return ("CASE WHEN %1$s IS NULL THEN 'too few' WHEN kind = 'share' THEN to_char(100 * %1$s, 'FM990.0') || ' %%'"
                        + " WHEN kind = 'rate' THEN to_char(100 * %1$s, 'FM990.0') || ' per 100'"
                        + " WHEN kind = 'population_rate' THEN to_char(10000 * %1$s, 'FM990.0') || ' per 10,000'"
                        + " WHEN kind = 'percentile' THEN to_char(%1$s, 'FM999,990') || ' ' || unit"
                        + " ELSE to_char(%1$s, 'FM999,999,990') END")
                .formatted(value);
    }
}
