package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Window;

/** How many were recorded in 90 days, and in the 90 days before, for three years; a number of fewer than five is withheld. */
final class ConductPeriods {
    private static final int PERIODS = 12;
    private static final Window PERIOD = Window.days(90);

    private ConductPeriods() {}

    static Panel panel(List<FigureRow> rows, int width) {
        PanelReading reading = PanelReading.of(
                        rows.get(0).measure(),
                        rows.get(0).view().basis(),
                        "periods of 90 days that do not overlap, whole ones only")
                .andAlso("Beside it: "
                        + rows.stream()
                                .skip(1)
                                .map(row -> row.measure().definition())
                                .collect(Collectors.joining(" "))
                        + " Fewer than five are withheld.");
        return PanelKinds.table(
                        "Complaints and conduct matters, by 90 days", reading, PanelSource.CONDUCT, width, PERIODS + 2)
                .unit("string")
                .byDefault("noValue", "No 90 days of the history have ended yet.")
                .sql(query(rows), "table")
                .field("90 days to", "custom.width", 140);
    }

    private static String query(List<FigureRow> rows) {
        String columns = rows.stream()
                .map(row -> "max(cell) FILTER (WHERE kpi = '%s') AS \"%s\""
                        .formatted(row.measure().slug(), row.name()))
                .collect(Collectors.joining(",\n              "));
        String kpis = rows.stream()
                .map(row -> "(" + FigureRow.quoted(row.measure().slug()) + ")")
                .collect(Collectors.joining(", "));
        return """
            WITH newest AS (
              SELECT as_at, history_from FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
            ), period AS (
              SELECT as_at - %1$d * k AS as_at FROM newest, generate_series(0, %2$d - 1) k WHERE as_at - %1$d * (k + 1) >= history_from
            ), value AS (
              SELECT DISTINCT ON (kpi, as_at) kpi, as_at, numerator, suppressed FROM vaiwg.kpi_value_conduct
              WHERE force = '$force' AND kpi IN (SELECT kpi FROM (VALUES %3$s) of(kpi)) AND basis = '%4$s' AND "window" = '%5$s' AND slice = ''
                AND as_at IN (SELECT as_at FROM period)
              ORDER BY kpi, as_at, publication DESC
            ), shown AS (
              SELECT p.as_at, of.kpi, CASE WHEN v.suppressed THEN 'fewer than 5' WHEN v.numerator IS NOT NULL THEN to_char(v.numerator, 'FM999,990')
                WHEN EXISTS (SELECT FROM value WHERE value.kpi = of.kpi) AND EXISTS (SELECT FROM vaiwg.kpi_snapshot s WHERE s.force = '$force' AND s.as_at = p.as_at)
                THEN 'none' ELSE '–' END AS cell
              FROM period p CROSS JOIN (VALUES %3$s) of(kpi) LEFT JOIN value v ON (v.kpi, v.as_at) = (of.kpi, p.as_at)
            )
            SELECT to_char(as_at - 1, 'FMDD Mon YYYY') AS "90 days to",
              %6$s
            FROM shown GROUP BY as_at ORDER BY as_at DESC\
            """.formatted(
                PERIOD.length(), PERIODS, kpis, rows.get(0).view().basis().slug(), PERIOD.slug(), columns);
    }
}
