package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Basis;

/**
 * The newest published figures in words, with their change in a year, the line of their 28-day periods, and what is
 * said of them. Each figure is read by the first of its slices that was published.
 */
final class FigureSql {
    private FigureSql() {}

    /**
     * A query.
     *
     * @param select from {@code told}: place, name, kpi, owner, priority, now, counted, of_whole, a_year_ago (a count), change, line (a JSON array of numbers or
     *     null), verdict (an icon's code, a bar and a word), partial, n and d; a row for each figure, whether it is published or not
     */
    static String of(List<FigureRow> rows, String select) {
        return with(rows) + "\n" + select;
    }

    /** The common table expressions, for queries that add their own. */
    static String with(List<FigureRow> rows) {
        String wanted = IntStream.range(0, rows.size())
                .mapToObj(place -> rows.get(place).values(place))
                .collect(Collectors.joining(",\n  "));
        String kpis = rows.stream()
                .map(row -> FigureRow.quoted(row.measure().slug()))
                .distinct()
                .collect(Collectors.joining(", "));
        String bases = rows.stream()
                .map(row -> FigureRow.quoted(row.view().basis().slug()))
                .distinct()
                .collect(Collectors.joining(", "));
        String windows = rows.stream()
                .map(row -> FigureRow.quoted(row.view().window().slug()))
                .distinct()
                .collect(Collectors.joining(", "));
        String charts = rows.stream()
                .map(row -> FigureRow.quoted(row.chart().map(Basis::slug).orElse("")))
                .distinct()
                .collect(Collectors.joining(", "));
        String slices = rows.stream()
                .flatMap(row -> row.slice().candidates().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return """
            WITH newest AS (
              SELECT as_at, date_trunc('month', as_at::timestamp)::date AS month, publication
              FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
            ), wanted(pos, name, kpi, basis, "window", chart, factor, counted_only, of_theme, area_known, area_and_theme_known, slices) AS (VALUES
              %1$s
            ), value AS MATERIALIZED (
              SELECT DISTINCT ON (kpi, basis, "window", slice, as_at) kpi, basis, "window", slice, as_at, numerator AS n, denominator AS d, value,
                small, partial, suppressed, monthly
              FROM vaiwg.kpi_value_dashboard
              WHERE force = '$force' AND kpi IN (%2$s) AND basis IN (%4$s) AND "window" IN (%5$s) AND slice IN (%3$s) AND as_at IN (
                (SELECT as_at FROM newest), (SELECT month FROM newest), (SELECT as_at - 365 FROM newest),
                (SELECT date_trunc('month', (as_at - 365)::timestamp)::date FROM newest))
              ORDER BY kpi, basis, "window", slice, as_at, publication DESC
            ), now AS (
              SELECT DISTINCT ON (w.pos) w.*, v.slice, v.as_at, v.n, v.d, v.value, v.small, v.partial, v.suppressed
              FROM wanted w LEFT JOIN value v ON (v.kpi, v.basis, v."window") = (w.kpi, w.basis, w."window") AND v.slice = ANY (w.slices)
                AND v.as_at = (SELECT CASE WHEN v.monthly THEN month ELSE as_at END FROM newest)
              ORDER BY w.pos, array_position(w.slices, v.slice)
            ), before AS (
              SELECT DISTINCT ON (n.pos) n.pos, v.n, v.value
              FROM now n JOIN value v ON (v.kpi, v.basis, v."window", v.slice) = (n.kpi, n.basis, n."window", n.slice)
                AND v.as_at < (SELECT as_at - 300 FROM newest) AND (n.counted_only OR NOT v.small) AND NOT v.partial
              ORDER BY n.pos, v.as_at DESC
            ), period AS MATERIALIZED (
              SELECT DISTINCT ON (n.pos, l.as_at) n.pos, n.counted_only, l.*
              FROM now n JOIN vaiwg.kpi_limit_dashboard l ON l.kpi = n.kpi AND l.basis = n.chart AND l.slice = coalesce(n.slice, n.slices[1])
              WHERE l.force = '$force' AND l.kpi IN (%2$s) AND l.basis IN (%7$s) AND l.slice IN (%3$s) AND l."window" <> '1m'
                AND l.as_at > (SELECT as_at - 760 FROM newest)
              ORDER BY n.pos, l.as_at, l.publication DESC
            ), line AS (
              SELECT pos, json_agg(round(level::numeric, 3) ORDER BY as_at)::text AS line, count(*) AS periods, count(level) AS levels
              FROM period, LATERAL (SELECT CASE WHEN counted_only THEN numerator
                WHEN chart IN ('change', 't', 't_rest') THEN CASE WHEN denominator IS NULL THEN numerator ELSE 100.0 * numerator / nullif(denominator, 0) END
                WHEN denominator IS NULL THEN value ELSE 100 * value END AS level) l
              GROUP BY pos
            ), judged AS (
              SELECT DISTINCT ON (n.pos) n.pos, %9$s AS verdict
              FROM now n JOIN vaiwg.kpi_verdict_dashboard v ON v.kpi = n.kpi AND v.slice = coalesce(n.slice, n.slices[1])
              WHERE v.force = '$force' AND v.as_at = (SELECT as_at FROM newest) AND v.publication = (SELECT publication FROM newest)
              ORDER BY n.pos, v."window" = '1m'
            ), told AS (
              SELECT n.pos AS place, n.kpi, m.priority, CASE WHEN m.owner LIKE 'the leads for %%' THEN 'the area''s leads' WHEN m.owner LIKE 'the lead for %%' THEN 'the area''s lead' ELSE m.owner END
                AS owner, n.n, n.d, n.name || %8$s || CASE
                  WHEN n.as_at < (SELECT as_at FROM newest) THEN ' · as at ' || to_char(n.as_at, 'FMDD Mon') ELSE '' END AS name,
                CASE WHEN n.suppressed THEN '%6$s' WHEN n.n IS NULL AND n.value IS NULL THEN '–' WHEN n.counted_only THEN to_char(n.n, 'FM999,999,990')
                  WHEN n.small OR n.value IS NULL THEN 'too few'
                  WHEN m.kind = 'share' THEN to_char(100 * n.value, 'FM990.0') || '%%'
                  WHEN m.kind IN ('rate', 'population_rate') THEN to_char(n.factor * n.value, 'FM990.0')
                  WHEN m.kind = 'percentile' THEN to_char(n.value, 'FM999,990') || ' ' || CASE round(n.value) WHEN 1 THEN rtrim(m.unit, 's') ELSE m.unit END
                  ELSE to_char(n.value, 'FM999,999,990') END AS now,
                CASE WHEN n.suppressed THEN 'fewer than 5, or reveals it' WHEN n.n IS NULL AND n.value IS NULL
                  THEN CASE WHEN '$lpa' IN ('', 'all') THEN 'no case'
                    WHEN CASE WHEN n.slices[1] LIKE '%%theme=%%' THEN n.area_and_theme_known ELSE n.area_known END THEN 'none yet'
                    ELSE 'not by policing area' END
                  WHEN n.counted_only THEN 'of ' || to_char(n.d, 'FM999,999,990')
                  WHEN m.kind = 'share' AND n.small THEN 'of ' || to_char(n.d, 'FM999,999,990')
                  WHEN m.kind = 'share' AND n.n IS NULL THEN CASE WHEN n.basis LIKE 'incidence%%' THEN 'estimated' ELSE 'calculated' END
                  WHEN m.kind = 'share' THEN to_char(n.n, 'FM999,999,990') || ' of ' || to_char(n.d, 'FM999,999,990')
                  WHEN m.kind IN ('rate', 'population_rate') THEN to_char(n.n, 'FM999,999,990') || ' for ' || to_char(n.d, 'FM999,999,990')
                  WHEN m.kind = 'percentile' THEN 'of ' || to_char(n.d, 'FM999,999,990')
                  ELSE CASE n."window" WHEN '365d' THEN CASE WHEN n.partial THEN 'in' ELSE 'in 12 months' END WHEN 'all' THEN 'as it stands' ELSE 'in ' || replace(n."window", 'd', ' days') END
                END || CASE WHEN n.suppressed OR NOT coalesce(n.partial, false) THEN '' WHEN m.kind = 'count' THEN ' part of a year' ELSE ', part of a year' END AS counted,
                CASE WHEN m.kind = 'share' THEN 'of ' ELSE 'for ' END || to_char(n.d, 'FM999,999,990') AS of_whole, n.partial, coalesce(to_char(b.n, 'FM999,999,990'), '–') AS a_year_ago,
                CASE WHEN b.pos IS NULL OR n.partial OR n.small AND NOT n.counted_only OR n.value IS NULL THEN '–'
                  ELSE regexp_replace(replace(CASE
                    WHEN n.counted_only OR m.kind = 'count' THEN to_char(n.n - b.n, 'SGFM999,999,990')
                    WHEN m.kind = 'share' THEN to_char(100 * (n.value - b.value), 'SGFM990.0') || ' pts'
                    WHEN m.kind IN ('rate', 'population_rate') THEN to_char(n.factor * (n.value - b.value), 'SGFM990.0')
                    ELSE to_char(n.value - b.value, 'SGFM999,990') || ' ' || CASE abs(round(n.value - b.value)) WHEN 1 THEN rtrim(m.unit, 's') ELSE m.unit END END, '-', '−'), '^[+−](0([.]0)?)( |$)', '\\1\\3') END AS change,
                CASE WHEN l.levels > 1 THEN l.line END AS line,
                coalesce(j.verdict, CASE WHEN n.chart = '' OR vaiwg.finer_dimension(coalesce(n.slice, n.slices[1])) <> 'lpa' THEN 'none|Not charted' ELSE 'none|No limits yet' END)
                  AS verdict
              FROM now n JOIN vaiwg.kpi_measure m USING (kpi) LEFT JOIN before b USING (pos) LEFT JOIN line l USING (pos)
                LEFT JOIN judged j USING (pos)
            )""".formatted(
                        wanted,
                        kpis,
                        slices,
                        bases,
                        windows,
                        Sql.WITHHELD,
                        charts,
                        Slice.fallback("n.slice", "n.of_theme"),
                        IconMappings.verdict("v"));
    }
}
