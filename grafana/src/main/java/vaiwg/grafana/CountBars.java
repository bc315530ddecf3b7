package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.stream.Collectors;

/** Small numbers as numbers: how many stood at the beginning of each month. */
final class CountBars {
    private static final List<String> COLOURS = List.of(DashboardPalette.BETTER, DashboardPalette.GREY);

    private CountBars() {}

    /** @param rows at most two, side by side */
    static Panel panel(String title, List<FigureRow> rows, int width, int height) {
        PanelReading reading = PanelReading.of(
                        rows.get(0).measure(), rows.get(0).view().basis(), "as it stood at the beginning of each month")
                .in("cases; a month of fewer than five has no bar, for they are withheld")
                .andAlso("Beside it: "
                        + rows.stream()
                                .skip(1)
                                .map(row -> row.measure().definition())
                                .collect(Collectors.joining(" ")));
        Panel panel = PanelKinds.lines(title, reading, PanelSource.PUBLISHED, "locale", width, height)
                .byDefault("min", 0)
                .byDefault("decimals", 0)
                .byDefault("noValue", "No month has begun with five or more.")
                .byDefault(
                        "custom",
                        object(
                                "drawStyle",
                                "bars",
                                "fillOpacity",
                                100,
                                "lineWidth",
                                0,
                                "barWidthFactor",
                                0.4,
                                "axisLabel",
                                "cases"))
                .sql(query(rows), "time_series");
        for (int i = 0; i < rows.size(); i++) {
            panel.fields(
                    "^" + rows.get(i).name(),
                    "color",
                    object("mode", "fixed", "fixedColor", COLOURS.get(i)),
                    "custom.barAlignment",
                    i == 0 ? -1 : 1);
        }
        return panel.defines(rows.stream().map(row -> row.measure().slug()).toArray(String[]::new));
    }

    /** Of the slices that can be meant the most wanted that there is: the same in every month. */
    private static String query(List<FigureRow> rows) {
        String names = rows.stream()
                .map(row -> "WHEN '" + row.measure().slug() + "' THEN " + FigureRow.quoted(row.name()))
                .collect(Collectors.joining(" ", "CASE v.kpi ", " END"));
        String kpis =
                rows.stream().map(row -> FigureRow.quoted(row.measure().slug())).collect(Collectors.joining(", "));
        FigureRow first = rows.get(0);
        return """
            WITH days AS (
              SELECT (%1$s - make_interval(months => k))::date AS as_at FROM generate_series(0, 36) k
              WHERE %1$s - make_interval(months => k) >= $__timeFrom()::timestamp
            ), counted AS (
              SELECT DISTINCT ON (v.kpi, v.slice, v.as_at) v.kpi, v.slice, v.as_at, %2$s || %7$s AS name, v.numerator
              FROM vaiwg.kpi_value_dashboard v
              WHERE v.force = '$force' AND v.kpi IN (%3$s) AND v.basis = '%4$s' AND v."window" = '%5$s' AND v.slice IN (%6$s)
                AND v.as_at IN (SELECT as_at FROM days)
              ORDER BY v.kpi, v.slice, v.as_at, v.publication DESC
            ), chosen AS (
              SELECT DISTINCT ON (kpi) kpi, slice FROM counted ORDER BY kpi, array_position(ARRAY[%6$s], slice)
            )
            SELECT as_at::timestamp AT TIME ZONE 'Europe/London' AS "time", name AS metric, numerator AS value
            FROM counted JOIN chosen USING (kpi, slice) WHERE numerator IS NOT NULL ORDER BY 1, 2\
            """.formatted(
                        Sql.NEWEST_MONTH,
                        names,
                        kpis,
                        first.view().basis().slug(),
                        first.view().window().slug(),
                        String.join(", ", first.slice().candidates()),
                        Slice.fallback("v.slice", "false"));
    }
}
