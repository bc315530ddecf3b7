package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** When each headline was outside its usual variation in two years. */
final class SignalTimeline {
    private SignalTimeline() {}

    static Panel panel(List<FigureRow> rows, int width, int height) {
        List<FigureRow> charted =
                rows.stream().filter(row -> row.chart().isPresent()).toList();
        PanelReading reading = new PanelReading(
                "Each 28-day period in which the figure was outside usual variation, by its good direction: concern or better; change"
                        + " where there is none. Empty: usual. Of the chosen theme and policing area, or as the name says.",
                "a row a figure",
                "concern and better by the good direction",
                "of each figure's chart",
                "two years");
        return new Panel("state-timeline", "Signals of two years, by 28-day period (empty: usual)", width, height)
                .reads(reading, PanelSource.PUBLISHED)
                .unit("none")
                .byDefault("noValue", "No 28-day period has limits yet: twelve periods make them.")
                .byDefault("custom", object("fillOpacity", 100, "lineWidth", 0))
                .byDefault("mappings", List.of(object("type", "value", "options", states())))
                .option("mergeValues", true)
                .option("showValue", "auto")
                .option("rowHeight", 0.8)
                .option("alignValue", "left")
                .option("legend", object("showLegend", true, "placement", "bottom", "displayMode", "list"))
                .option("tooltip", object("mode", "single", "sort", "none"))
                .sql(query(charted), "time_series")
                .defines(charted.stream()
                        .map(row -> row.measure().slug())
                        .distinct()
                        .toArray(String[]::new));
    }

    private static Map<String, Object> states() {
        Map<String, Object> states = object();
        states.put("1", object("text", "Concern", "color", DashboardPalette.FILL_ATTENTION, "index", 0));
        states.put("2", object("text", "Better", "color", DashboardPalette.FILL_CALM, "index", 1));
        states.put("3", object("text", "Change", "color", DashboardPalette.FILL_CHANGE, "index", 2));
        states.put("4", object("text", "No limits", "color", DashboardPalette.FAINT, "index", 3));
        return states;
    }

    /**
     * A row for each day and figure: periods of figures begin on different days, and Grafana ends a state at a day on which another figure
     * alone has a row. Lines are in the order in which they come.
     */
    private static String query(List<FigureRow> rows) {
        String wanted = IntStream.range(0, rows.size())
                .mapToObj(place -> rows.get(place))
                .map(row -> "(" + rows.indexOf(row) + ", " + FigureRow.quoted(row.name()) + ", '"
                        + row.measure().slug() + "', '"
                        + row.chart().orElseThrow().slug() + "', ARRAY["
                        + String.join(", ", row.slice().candidates()) + "])")
                .collect(Collectors.joining(",\n  "));
        String kpis = rows.stream()
                .map(row -> FigureRow.quoted(row.measure().slug()))
                .distinct()
                .collect(Collectors.joining(", "));
        return """
            WITH wanted(place, name, kpi, chart, slices) AS (VALUES
              %1$s
            ), period AS MATERIALIZED (
              SELECT DISTINCT ON (kpi, basis, slice, as_at) kpi, basis, slice, as_at, first_day, last_day, trial, variation
              FROM vaiwg.kpi_limit_dashboard
              WHERE force = '$force' AND kpi IN (%2$s) AND last_day >= $__timeFrom()::timestamp AND "window" <> '1m'
              ORDER BY kpi, basis, slice, as_at, publication DESC
            ), chosen AS (
              SELECT DISTINCT ON (w.place) w.place, w.name, p.kpi, p.basis, p.slice
              FROM wanted w JOIN period p ON p.kpi = w.kpi AND p.basis = w.chart AND p.slice = ANY (w.slices)
              ORDER BY w.place, array_position(w.slices, p.slice)
            ), state AS (
              SELECT c.place, c.name || %3$s AS name, p.first_day, p.last_day, CASE WHEN trial THEN 4 WHEN variation = 'concern' THEN 1 WHEN variation = 'improvement' THEN 2
                WHEN variation = 'neutral' THEN 3 END AS state
              FROM chosen c JOIN period p USING (kpi, basis, slice)
            )
            SELECT day::date::timestamp AT TIME ZONE 'Europe/London' AS "time", line.name AS metric, s.state AS value
            FROM generate_series((SELECT min(first_day) FROM state), (SELECT max(last_day) + 1 FROM state), interval '1 day') day
              CROSS JOIN (SELECT DISTINCT place, name FROM state) line LEFT JOIN state s ON s.place = line.place AND day BETWEEN s.first_day AND s.last_day
            ORDER BY day, line.place\
            """.formatted(wanted, kpis, Slice.fallback("c.slice", "false"));
    }
}
