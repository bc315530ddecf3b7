package vaiwg.grafana;

import vaiwg.kpis.catalogue.View;

/** Audits under the Victims' Code as waves, each of the audits of a calendar month: how many cases, and how many met all five duties. */
final class AuditWaves {
    private AuditWaves() {}

    /** @param wave the figure of as many days as a month can have */
    static Panel panel(FigureRow wave, int width, int height) {
        View view = wave.view();
        PanelReading reading = PanelReading.of(
                wave.measure(),
                view.basis(),
                "the days of each month, as known at its end, in the chosen area or theme; of both, and where neither is broken down, the theme"
                        + " or the whole force, as the table says; a month of few audits, or of none, is withheld");
        return PanelKinds.table("Audits by month, each as one wave", reading, PanelSource.PUBLISHED, width, height)
                .unit("none")
                .byDefault("noValue", "No month has audits yet.")
                .sql(query(wave), "table")
                .field("Audit of", "custom.width", 200)
                .field("Cases of", "custom.width", 220)
                .field("Cases audited", "unit", "locale", "noValue", Sql.WITHHELD, "custom.align", "right")
                .field(
                        "All five duties met",
                        "unit",
                        "percent",
                        "decimals",
                        1,
                        "noValue",
                        Sql.WITHHELD,
                        "custom.align",
                        "right")
                .defines(wave.measure().slug());
    }

    /** Of the slices that can be meant the most wanted that there is: the same in every month. */
    private static String query(FigureRow wave) {
        return """
            WITH days AS (
              SELECT (%1$s - make_interval(months => k))::date AS as_at FROM generate_series(0, 36) k
            ), audit AS (
              SELECT v.as_at, v.slice, v.denominator, CASE WHEN NOT v.small THEN v.value END AS value,
                row_number() OVER (PARTITION BY v.as_at, v.slice ORDER BY v.publication DESC) AS newest
              FROM vaiwg.kpi_value_dashboard v
              WHERE v.force = '$force' AND v.kpi = '%2$s' AND v.basis = '%3$s' AND v."window" = extract(day FROM v.as_at - 1) || 'd'
                AND v.as_at IN (SELECT as_at FROM days)
            ), chosen AS (
              SELECT slice FROM unnest(ARRAY[%4$s]) WITH ORDINALITY AS wanted (slice, place)
              WHERE slice IN (SELECT slice FROM audit) ORDER BY place LIMIT 1
            )
            SELECT to_char(as_at - 1, 'FMMonth YYYY') AS "Audit of", CASE WHEN slice = '' THEN 'the whole force'
                WHEN slice LIKE 'lpa=%%' THEN initcap(replace(substring(slice FROM 'lpa=([^;]+)'), '_', ' '))
                ELSE %5$s || ', whole force' END AS "Cases of",
              denominator AS "Cases audited", 100 * value AS "All five duties met"
            FROM audit JOIN chosen USING (slice) WHERE newest = 1 ORDER BY as_at DESC\
            """.formatted(
                        Sql.NEWEST_MONTH,
                        wave.measure().slug(),
                        wave.view().basis().slug(),
                        String.join(", ", wave.slice().candidates()),
                        MatterSql.themeName("substring(slice FROM 'theme=([^;]+)')"));
    }
}
