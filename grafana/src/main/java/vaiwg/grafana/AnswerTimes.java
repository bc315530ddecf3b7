package vaiwg.grafana;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.AnswerTime;
import vaiwg.kpis.catalogue.View;

/** Victims satisfied, by the day of the week or the time of day at which they answered: of the whole force, without what is of few. */
final class AnswerTimes {
    private AnswerTimes() {}

    /** @param satisfied the share that is broken down */
    static Panel panel(FigureRow satisfied, AnswerTime time, int width, int height) {
        View view = satisfied.view();
        Reading reading = Reading.of(
                satisfied.measure(),
                view.basis(),
                view.window().slug()
                        + ", at the beginning of the month, of the whole force, whatever area or theme is chosen; a number below"
                        + " five is withheld, with what would give it away");
        return Charts.table(
                        "Victims satisfied, by the " + time.key() + " of the answer",
                        reading,
                        Source.PUBLISHED,
                        width,
                        height)
                .whenEmpty("Not known yet by the " + time.key() + " of the answer.", "–")
                .sql(query(satisfied, time), "table")
                .field("Answers", "custom.width", 110, "custom.align", "right")
                .field("Satisfied", "custom.width", 110, "unit", "percent", "decimals", 1)
                .defines(satisfied.measure().slug());
    }

    /** What is broken down is published from the first whole window on: before that nobody has answered on no day. */
    private static String query(FigureRow satisfied, AnswerTime time) {
        return """
                WITH published AS (
                  SELECT slice, denominator, CASE WHEN NOT small THEN 100 * value END AS value, suppressed
                  FROM vaiwg.kpi_value_dashboard
                  WHERE force = '$force' AND kpi = '%1$s' AND basis = '%2$s' AND "window" = '%3$s' AND as_at = %4$s
                    AND publication = %5$s AND slice LIKE '%6$s=%%'
                ), line(place, slice, name) AS (VALUES
                  %7$s
                )
                SELECT name AS "Answered", CASE WHEN suppressed THEN '%8$s' ELSE coalesce(denominator, 0)::text END AS "Answers",
                  value AS "Satisfied"
                FROM line LEFT JOIN published USING (slice)
                WHERE EXISTS (SELECT FROM published)
                ORDER BY place""".formatted(
                        satisfied.measure().slug(),
                        satisfied.view().basis().slug(),
                        satisfied.view().window().slug(),
                        Sql.NEWEST_MONTH,
                        Sql.NEWEST_PUBLICATION,
                        time.key(),
                        lines(time),
                        Sql.WITHHELD);
    }

    private static String lines(AnswerTime time) {
        List<String> lines = new ArrayList<>();
        time.slices()
                .forEach((slice, words) -> lines.add(
                        "(" + lines.size() + ", " + FigureRow.quoted(slice) + ", " + FigureRow.quoted(words) + ")"));
        return String.join(",\n  ", lines);
    }
}
