package vaiwg.grafana;

/** Audits under the Victims' Code as waves, each by the month of its audits: how many cases, and how many met all five duties. */
final class AuditWaves {
    private AuditWaves() {}

    /** @param wave the figure over 28 days */
    static Panel panel(FigureRow wave, int width, int height) {
        Reading reading = Reading.of(
                wave.measure(),
                wave.view().basis(),
                "the last 28 days of each month, as known at its end, in the whole force; a month of few audits, or of none, is withheld");
        return Charts.table("Audits by month, each as one wave", reading, Source.PUBLISHED, width, height)
                .unit("none")
                .byDefault("noValue", "No month has audits yet.")
                .sql(query(wave), "table")
                .field("Audit of", "custom.width", 200)
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

    private static String query(FigureRow wave) {
        return """
            WITH days AS (
              SELECT (%1$s - make_interval(months => k))::date AS as_at FROM generate_series(0, 36) k
            ), audit AS (
              SELECT DISTINCT ON (v.as_at) v.as_at, v.denominator, CASE WHEN NOT v.small THEN v.value END AS value
              FROM vaiwg.kpi_value_dashboard v
              WHERE v.force = '$force' AND v.kpi = '%2$s' AND v.basis = '%3$s' AND v."window" = '%4$s' AND v.slice IN (%5$s)
                AND v.as_at IN (SELECT as_at FROM days)
              ORDER BY v.as_at, length(v.slice) DESC, v.publication DESC
            )
            SELECT to_char(as_at - 1, 'FMMonth YYYY') AS "Audit of", denominator AS "Cases audited", 100 * value AS "All five duties met"
            FROM audit ORDER BY as_at DESC\
            """.formatted(
                        Sql.NEWEST_MONTH,
                        wave.measure().slug(),
                        wave.view().basis().slug(),
                        wave.view().window().slug(),
                        String.join(", ", wave.slice().candidates()));
    }
}
