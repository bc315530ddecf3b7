package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was said of each headline in two years. */
final class SignalTimeline {
    private SignalTimeline() {}

    static Panel panel(List<FigureRow> rows, int width, int height) {
        List<FigureRow> charted =
                rows.stream().filter(row -> row.chart().isPresent()).toList();
        PanelReading reading = new PanelReading(
                "What was said of the figure when each 28-day period ended: act, watch or improving. Empty: no change. Of the chosen theme and"
                        + " policing area, or as the name says.",
                "a row a figure",
                "the published state",
                "of each figure's chart",
                "two years");
        return new Panel("state-timeline", "Two years, by 28-day period (empty: no change)", width, height)
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
        states.put("1", object("text", "Act", "color", DashboardPalette.FILL_ATTENTION, "index", 0));
        states.put("2", object("text", "Watch", "color", DashboardPalette.ATTENTION, "index", 1));
        states.put("3", object("text", "Improving", "color", DashboardPalette.FILL_CALM, "index", 2));
        states.put("4", object("text", "Not judged", "color", DashboardPalette.FAINT, "index", 3));
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
                        + row.measure().slug() + "', ARRAY["
                        + String.join(", ", row.slice().candidates()) + "])")
                .collect(Collectors.joining(",\n  "));
        String kpis = rows.stream()
                .map(row -> FigureRow.quoted(row.measure().slug()))
                .distinct()
                .collect(Collectors.joining(", "));
        return """
            WITH wanted(place, name, kpi, slices) AS (VALUES
              %1$s
            ), period AS MATERIALIZED (
              SELECT DISTINCT ON (kpi, basis, slice, as_at) kpi, basis, slice, as_at, first_day, last_day, state
              FROM vaiwg.kpi_verdict_dashboard
              WHERE force = '$force' AND kpi IN (%2$s) AND as_at >= $__timeFrom()::date AND (as_at - DATE '1970-01-01') %% 28 = 0
                AND judged_at = as_at AND "window" <> '1m'
              ORDER BY kpi, basis, slice, as_at, publication DESC
            ), chosen AS (
              SELECT DISTINCT ON (w.place) w.place, w.name, p.kpi, p.basis, p.slice
              FROM wanted w JOIN period p ON p.kpi = w.kpi AND p.slice = ANY (w.slices)
              ORDER BY w.place, array_position(w.slices, p.slice)
            ), state AS (
              SELECT c.place, c.name || %3$s AS name, p.first_day, p.last_day, CASE p.state WHEN 'act' THEN 1 WHEN 'watch' THEN 2 WHEN 'improving' THEN 3
                WHEN 'not_charted' THEN 4 END AS state
              FROM chosen c JOIN period p USING (kpi, basis, slice)
            )
            SELECT day::date::timestamp AT TIME ZONE 'Europe/London' AS "time", line.name AS metric, s.state AS value
            FROM generate_series((SELECT min(first_day) FROM state), (SELECT max(last_day) + 1 FROM state), interval '1 day') day
              CROSS JOIN (SELECT DISTINCT place, name FROM state) line LEFT JOIN state s ON s.place = line.place AND day BETWEEN s.first_day AND s.last_day
            ORDER BY day, line.place\
            """.formatted(wanted, kpis, Slice.fallback("c.slice", "false"));
    }
}
