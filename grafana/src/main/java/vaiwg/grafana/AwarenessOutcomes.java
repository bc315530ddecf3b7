package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;

/** What became of the risk and the scores of people in the two arms of the EASI programme's trial; numbers below five are withheld. */
final class AwarenessOutcomes {
    private static final String OF_TRIAL = "easi_trial_";

    private final List<Measure> measures;

    AwarenessOutcomes(Dashboards dashboards) {
        measures = dashboards.of(Priority.OFFENDER_MANAGEMENT).stream()
                .filter(measure -> measure.slug().startsWith(OF_TRIAL))
                .toList();
    }

    Panel panel(int width, int height) {
        String query = """
                WITH published AS (
                  SELECT kpi, slice, denominator, value, small
                  FROM vaiwg.kpi_value_dashboard
                  WHERE force = '$force' AND kpi LIKE '%1$s%%' AND basis = 'stock' AND "window" = 'all' AND as_at = %2$s
                    AND publication = %3$s
                ), line(place, name, kpi) AS (VALUES
                  %4$s
                )
                SELECT name AS "Since the selection",
                  t.denominator AS "Treatment: people", CASE WHEN NOT t.small THEN 100 * t.value END AS "Share",
                  c.denominator AS "Control: people", CASE WHEN NOT c.small THEN 100 * c.value END AS "Share (control)"
                FROM line JOIN published t ON t.kpi = line.kpi AND t.slice = 'arm=treatment'
                  JOIN published c ON c.kpi = line.kpi AND c.slice = 'arm=control'
                ORDER BY place""".formatted(
                OF_TRIAL,
                Sql.NEWEST,
                Sql.NEWEST_PUBLICATION,
                IntStream.range(0, measures.size()).mapToObj(this::values).collect(Collectors.joining(",\n  ")));
        PanelReading reading = new PanelReading(
                "Of the people in each arm of the trial who were assessed after the selection: for how many the newest risk is lower or"
                        + " higher than the last one by the selection, and for how many the newest score of a validated instrument is better"
                        + " than the one before it. Numbers below five are withheld.",
                "people; % of people",
                "the treatment arm beside the control arm: better more often, or a higher risk less often, is good",
                "stock (as it stands)",
                "all, since the programme began");
        return PanelKinds.table("Risk and scores, by arm of the trial", reading, PanelSource.PUBLISHED, width, height)
                .whenEmpty("Nobody who was assessed after the selection has been recorded yet.", "–")
                .sql(query, "table")
                .field("Since the selection", "custom.minWidth", 240, "custom.wrapText", true)
                .fields("people$", "noValue", Sql.WITHHELD)
                .fields("^Share", "unit", "percent", "decimals", 0)
                .defines(measures.stream().map(Measure::slug).toArray(String[]::new));
    }

    private String values(int place) {
        Measure measure = measures.get(place);
        String name = measure.title().replaceFirst(" since .*", "");
        return "(" + place + ", " + FigureRow.quoted(name) + ", " + FigureRow.quoted(measure.slug()) + ")";
    }
}
