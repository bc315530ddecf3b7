package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;

/** The EASI programme: places beside the plan, and the arms of its trial beside one another. Descriptive: it raises no signal. */
final class AwarenessCoursePanels {
    private static final String PLACES = "easi_places_filled";
    /** Of which measure the target is the plan. */
    private static final String PLANNED = "easi_places_12m";

    private static final String SUSPECTED_AGAIN = "easi_reoffending_";

    /**
     * The common table expressions {@code place} (places filled at each midnight, by route too) and {@code plan}: the target that benchmarks.csv, or a site's
     * own file, has, over the time that it names; where it names none, over 365 days from the first place filled.
     */
    private static final String PLAN = """
            WITH place AS (
              SELECT DISTINCT ON (slice, as_at) slice, as_at, numerator FROM vaiwg.kpi_value_dashboard
              WHERE force = '$force' AND kpi = '%1$s' AND basis = 'stock' AND "window" = 'all' AND as_at <= %3$s
                AND (slice = '' OR slice LIKE 'route=%%')
              ORDER BY slice, as_at, publication DESC
            ), plan AS (
              SELECT stated, coalesce(first_day, (SELECT min(as_at) FROM place)) AS first_day,
                coalesce(last_day - first_day + 1, 365) AS days
              FROM vaiwg.kpi_benchmark
              WHERE kpi = '%2$s' AND kind = 'target' AND slice = '' AND reason = '' AND until = 'infinity' AND valid_from <= %3$s
                AND publication = (SELECT max(publication) FROM vaiwg.kpi_benchmark)
                AND force IN ('', '$force')
              ORDER BY force DESC, valid_from DESC LIMIT 1
            )""".formatted(PLACES, PLANNED, Sql.NEWEST);

    private static final String WHO =
            "everyone in the arm to which they were selected; days in custody are not counted";
    private static final String GOOD = "the treatment arm below the control arm is good";

    private final Dashboards dashboards;

    AwarenessCoursePanels(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /** Places filled at the beginning of each month, in all and by route, and the plan's straight line from none to its target. */
    Panel places() {
        Measure measure = dashboards.measure(PLACES);
        String query = PLAN + """

                SELECT as_at::timestamp AT TIME ZONE 'Europe/London' AS "time", line.name AS metric, line.value
                FROM place LEFT JOIN plan ON true, LATERAL (VALUES
                  (CASE slice WHEN '' THEN 'Places filled' WHEN 'route=conviction' THEN 'After a conviction' ELSE 'With a caution' END, numerator::float8),
                  ('Plan', CASE WHEN slice = '' AND stated IS NOT NULL THEN greatest(0, least(stated, stated * (as_at - first_day) / days)) END)) line(name, value)
                WHERE (extract(day FROM as_at) = 1 OR as_at = %s AND slice = '') AND as_at >= $__timeFrom()::timestamp AND line.value IS NOT NULL
                ORDER BY 1, 2""".formatted(Sql.NEWEST);
        PanelReading reading = PanelReading.of(
                        measure, measure.readByDay().orElseThrow().basis(), "all, at the beginning of each month")
                .in("people")
                .andAlso(
                        "The plan is a straight line to its target, over the time that the target names, or else over 365 days from the"
                                + " first place filled.");
        return PanelKinds.lines(
                        "Places on the EASI programme, beside the plan",
                        reading,
                        PanelSource.PUBLISHED,
                        "locale",
                        12,
                        9)
                .byDefault("min", 0)
                .byDefault("decimals", 0)
                .byDefault("noValue", "No filled place has been recorded yet.")
                .byDefault("custom", line("people"))
                .sql(query, "time_series")
                .field("Places filled", "color", PanelKinds.colour(0))
                .field("With a caution", "color", PanelKinds.colour(1))
                .field("After a conviction", "color", PanelKinds.colour(2))
                .field(
                        "Plan",
                        "color",
                        object("mode", "fixed", "fixedColor", DashboardPalette.GREY),
                        "custom.lineStyle",
                        object("fill", "dash", "dash", List.of(6, 4)))
                .defines(PLACES, PLANNED);
    }

    /** The share who were suspected again, by days at risk. */
    Panel curves() {
        String query = """
                WITH followed AS (
                  SELECT substring(kpi FROM '\\d+')::int AS days, 100 * treatment_risk AS treatment, 100 * control_risk AS control
                  FROM vaiwg.easi_comparison_dashboard
                  WHERE force = '$force' AND as_at = %s AND NOT small AND NOT suppressed
                    AND publication = %s
                )
                SELECT days AS "Days at risk", treatment AS "Treatment", control AS "Control"
                FROM (SELECT * FROM followed UNION ALL SELECT 0, 0, 0 WHERE EXISTS (SELECT FROM followed)) point
                ORDER BY 1""".formatted(Sql.NEWEST, Sql.NEWEST_PUBLICATION);
        PanelReading reading = new PanelReading(
                "Of the people in each arm of the trial who have been at risk for so many days since their disposal, the share who were"
                        + " suspects of stalking, harassment or domestic abuse committed in that time: " + WHO
                        + ". Each point is of those who have been followed up so long; it is left out while an arm has too few of them, or"
                        + " fewer than five were suspected again.",
                "% of people",
                GOOD + "; whether they differ by more than chance is in the table below",
                "stock (as it stands)",
                "all, since the programme began");
        return PanelKinds.curves(
                        "People suspected again, by days at risk", reading, PanelSource.PUBLISHED, "percent", 12, 9)
                .byDefault("min", 0)
                .byDefault("decimals", 0)
                .byDefault("noValue", "Too few people who have been at risk for 30 days have been recorded yet.")
                .byDefault("custom", line("% of people"))
                .option("xField", "Days at risk")
                .sql(query, "table")
                .field("Days at risk", "unit", "none")
                .field("Treatment", "color", PanelKinds.colour(1))
                .field("Control", "color", PanelKinds.colour(2))
                .defines(followedUp());
    }

    /** The arms at the newest snapshot, and as first published at the ends of the three thirds of the plan's time. */
    Panel comparison() {
        // Comparisons are read once, as the view asks of each whether it may be seen, and the day of each question is
        // found once.
        String query = PLAN + """
                , published AS MATERIALIZED (
                  SELECT * FROM vaiwg.easi_comparison_dashboard WHERE force = '$force' AND as_at <= %1$s
                ), asked AS MATERIALIZED (
                  SELECT name, (SELECT max(as_at) FROM published WHERE as_at <= day) AS as_at
                  FROM (
                    SELECT 'Now' AS name, %1$s AS day
                    UNION ALL
                    SELECT 'Evaluation ' || third, first_day + days * third / 3 FROM plan, generate_series(1, 3) third
                    WHERE first_day + days * third / 3 <= %1$s
                  ) question
                ), compared AS (
                  SELECT DISTINCT ON (a.name, c.kpi) a.name, substring(c.kpi FROM '\\d+')::int AS followed, c.*
                  FROM asked a JOIN published c USING (as_at)
                  ORDER BY a.name, c.kpi, c.publication
                )
                SELECT name || ', ' || to_char(as_at, 'FMDD Mon YYYY') AS "As published", followed || ' days at risk' AS "Followed up for",
                  treatment_people AS "Treatment: people", CASE WHEN NOT small THEN 100 * treatment_risk END AS "Suspected again",
                  control_people AS "Control: people", CASE WHEN NOT small THEN 100 * control_risk END AS "Suspected again (control)",
                  CASE WHEN small THEN 'too few people yet' WHEN suppressed THEN '%2$s' ELSE to_char(100 * difference, 'SGFM990.0') || ' points ('
                    || to_char(100 * difference_lower, 'SGFM990.0') || ' to ' || to_char(100 * difference_upper, 'SGFM990.0') || ')'
                  END AS "Difference (95 %% interval)",
                  CASE WHEN small THEN 'too few people yet' WHEN suppressed THEN '%2$s' WHEN ratio IS NULL THEN 'none: an arm without an event'
                    ELSE to_char(ratio, 'FM990.00') || ' (' || to_char(ratio_lower, 'FM990.00') || ' to '
                    || to_char(ratio_upper, 'FM990.00') || ')' END AS "Ratio (95 %% interval)"
                FROM compared
                WHERE followed IN (90, 180, 365)
                ORDER BY as_at DESC, name DESC, followed""".formatted(Sql.NEWEST, Sql.WITHHELD);
        PanelReading reading = new PanelReading(
                "Of the people in each arm of the trial who had been at risk so long since their disposal, the share who were suspects of"
                        + " stalking, harassment or domestic abuse committed in that time: " + WHO
                        + ". Evaluations are the newest figures at the end of each third of the plan's time, as they were first published.",
                "% of people; points; ratio",
                GOOD + "; an interval that holds 0 points, or the ratio 1, shows no difference",
                "stock (as it stood)",
                "all, since the programme began");
        return PanelKinds.table("People suspected again, by arm of the trial", reading, PanelSource.PUBLISHED, 24, 11)
                .byDefault("noValue", "Nobody who has been at risk for 30 days has been recorded yet.")
                .sql(query, "table")
                .fields("people$", "noValue", Sql.WITHHELD)
                .fields("^Suspected", "unit", "percent", "decimals", 1, "noValue", "–")
                .defines(followedUp());
    }

    private String[] followedUp() {
        return dashboards.of(Priority.OFFENDER_MANAGEMENT).stream()
                .map(Measure::slug)
                .filter(slug -> slug.startsWith(SUSPECTED_AGAIN))
                .toArray(String[]::new);
    }

    private static Object line(String axis) {
        return object(
                "drawStyle",
                "line",
                "lineWidth",
                2,
                "showPoints",
                "always",
                "pointSize",
                6,
                "spanNulls",
                true,
                "axisLabel",
                axis);
    }
}
