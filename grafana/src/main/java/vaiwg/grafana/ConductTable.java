package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Restricted figures in one line each: now, of how many, in a year, and the line of two years. Numbers that are withheld say so. */
final class ConductTable {
    private static final String LINE = "Two years, by 28 days";

    private ConductTable() {}

    static Panel panel(List<FigureRow> rows, int height) {
        PanelReading reading = new PanelReading(
                "The newest 12 months, or as the definition says; the change since a year ago. Numbers of fewer than five are withheld, and"
                        + " shares that would reveal them; the line has a gap there. ↑ ↓ the better direction, ↕ neither.",
                "named in each row",
                "the arrow after the name",
                "as the definitions name it",
                "365d, 730d for gaps, 1826d for people, or as it stands");
        return PanelKinds.table("All figures of conduct", reading, PanelSource.CONDUCT, 24, height)
                .unit("string")
                .byDefault("noValue", "–")
                .sql(query(rows), "table")
                .transform(
                        "convertFieldType",
                        object("conversions", List.of(object("targetField", LINE, "destinationType", "other"))))
                .field("Figure", "custom.width", 380, "custom.wrapText", true)
                .field("Now", "custom.width", 130, "custom.align", "right")
                .field("Count", "custom.width", 270, "custom.wrapText", true)
                .field("In a year", "custom.width", 110, "custom.align", "right")
                .field(LINE, "custom.cellOptions", FigureTable.sparkline());
    }

    private static String query(List<FigureRow> rows) {
        String wanted = IntStream.range(0, rows.size())
                .mapToObj(place -> values(place, rows.get(place)))
                .collect(Collectors.joining(",\n  "));
        String kpis = rows.stream()
                .map(row -> FigureRow.quoted(row.measure().slug()))
                .distinct()
                .collect(Collectors.joining(", "));
        return """
            WITH newest AS (
              SELECT as_at FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete ORDER BY as_at DESC LIMIT 1
            ), wanted(pos, name, kpi, slice, basis, "window", counted_only, gap) AS (VALUES
              %1$s
            ), day AS (
              SELECT as_at - 28 * k AS as_at, false AS year_ago FROM newest, generate_series(0, 26) k
              UNION ALL SELECT as_at - 365, true FROM newest
              UNION ALL SELECT date_trunc('month', (as_at - 365)::timestamp)::date, true FROM newest
            ), value AS MATERIALIZED (
              SELECT DISTINCT ON (kpi, slice, basis, "window", as_at) kpi, slice, basis, "window", as_at, numerator AS n, denominator AS d, value, lower, upper,
                small, partial, suppressed
              FROM vaiwg.kpi_value_conduct
              WHERE force = '$force' AND kpi IN (%2$s) AND slice IN (SELECT slice FROM wanted) AND as_at IN (SELECT as_at FROM day)
              ORDER BY kpi, slice, basis, "window", as_at, publication DESC
            ), of_row AS (
              SELECT w.*, v.as_at, v.n, v.d, v.value, v.lower, v.upper, v.partial, v.suppressed, v.small, v.value IS NOT NULL AND NOT (v.small AND NOT w.counted_only)
                AS shown
              FROM wanted w JOIN value v ON (v.kpi, v.slice, v.basis, v."window") = (w.kpi, w.slice, w.basis, w."window")
            ), before AS (
              SELECT DISTINCT ON (pos) pos, n, value FROM of_row WHERE shown AND NOT partial AND as_at IN (SELECT as_at FROM day WHERE year_ago)
              ORDER BY pos, as_at DESC
            ), line AS (
              SELECT w.pos, json_agg(CASE WHEN r.shown AND NOT r.partial THEN round((CASE WHEN w.counted_only THEN r.n ELSE r.value * f.factor END)::numeric, 2) END
                ORDER BY day.as_at)::text AS line, count(*) FILTER (WHERE r.shown AND NOT r.partial) AS points
              FROM wanted w CROSS JOIN day JOIN vaiwg.kpi_measure m USING (kpi)
              CROSS JOIN LATERAL (SELECT CASE m.kind WHEN 'share' THEN 100 WHEN 'population_rate' THEN CASE WHEN m.unit LIKE '%%per 1,000' THEN 1000 ELSE 10000 END ELSE 1 END AS factor) f
              LEFT JOIN of_row r ON r.pos = w.pos AND r.as_at = day.as_at
              WHERE NOT day.year_ago GROUP BY w.pos
            )
            SELECT w.name AS "Figure",
              CASE WHEN n.pos IS NULL THEN '–' WHEN n.suppressed THEN CASE WHEN m.kind = 'share' AND NOT w.counted_only THEN 'withheld' ELSE 'fewer than 5' END
                WHEN w.counted_only THEN to_char(n.n, 'FM999,990') WHEN NOT n.shown THEN 'too few'
                WHEN w.gap THEN replace(to_char(100 * n.value, 'SGFM990.0'), '-', '−') || ' pts'
                WHEN m.kind = 'share' THEN to_char(100 * n.value, 'FM990.0') || '%%'
                WHEN m.kind = 'population_rate' THEN to_char(CASE WHEN m.unit LIKE '%%per 1,000' THEN 1000 ELSE 10000 END * n.value, 'FM990.0')
                WHEN m.kind = 'percentile' THEN to_char(n.value, 'FM999,990') || ' ' || m.unit
                ELSE to_char(n.n, 'FM999,990') END AS "Now",
              CASE WHEN n.pos IS NULL AND w.gap THEN 'no like cases, or withheld' WHEN n.pos IS NULL THEN 'no case'
                WHEN n.suppressed THEN CASE m.kind WHEN 'share' THEN 'fewer than 5 on one side' WHEN 'percentile' THEN 'fewer than 5 cases' ELSE 'withheld' END
                WHEN w.gap THEN replace(to_char(100 * n.lower, 'SGFM990.0') || ' to ' || to_char(100 * n.upper, 'SGFM990.0'), '-', '−')
                WHEN m.kind = 'share' THEN CASE WHEN w.counted_only THEN '' ELSE to_char(n.n, 'FM999,990') || ' ' END || 'of ' || to_char(n.d, 'FM999,990')
                WHEN m.kind = 'population_rate' THEN to_char(n.n, 'FM999,990') || ' for ' || to_char(n.d, 'FM999,990')
                WHEN m.kind = 'percentile' THEN 'of ' || to_char(n.d, 'FM999,990')
                ELSE 'in 12 months' END || CASE WHEN n.partial AND NOT n.suppressed THEN ', part of the time' ELSE '' END AS "Count",
              CASE WHEN b.pos IS NULL OR n.partial OR NOT n.shown THEN '–' ELSE regexp_replace(replace(CASE
                WHEN w.counted_only OR m.kind = 'count' THEN to_char(n.n - b.n, 'SGFM999,990')
                WHEN m.kind = 'share' THEN to_char(100 * (n.value - b.value), 'SGFM990.0') || ' pts'
                WHEN m.kind = 'population_rate' THEN to_char(CASE WHEN m.unit LIKE '%%per 1,000' THEN 1000 ELSE 10000 END * (n.value - b.value), 'SGFM990.0')
                ELSE to_char(n.value - b.value, 'SGFM999,990') || ' ' || CASE abs(round(n.value - b.value)) WHEN 1 THEN rtrim(m.unit, 's') ELSE m.unit END END, '-', '−'), '^[+−](0([.]0)?)( |$)', '\\1\\3') END AS "In a year",
              CASE WHEN l.points > 1 THEN l.line END AS "%3$s"
            FROM wanted w JOIN vaiwg.kpi_measure m USING (kpi) LEFT JOIN of_row n ON n.pos = w.pos AND n.as_at = (SELECT as_at FROM newest)
              LEFT JOIN before b ON b.pos = w.pos LEFT JOIN line l ON l.pos = w.pos
            ORDER BY w.pos\
            """.formatted(wanted, kpis, LINE);
    }

    private static String values(int place, FigureRow row) {
        return "(%d, %s, %s, %s, '%s', '%s', %s, %s)"
                .formatted(
                        place,
                        FigureRow.quoted(row.arrowed()),
                        FigureRow.quoted(row.measure().slug()),
                        FigureRow.quoted(row.slice().prefix()),
                        row.view().basis().slug(),
                        row.view().window().slug(),
                        row.measure().isShownAsCount(),
                        row.measure().standard().isPresent());
    }
}
