package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.View;

/** What the audits of a calendar month found of the whole force, question by question: what the paper's own audit is read beside. */
final class AuditQuestions {
    private static final List<String> ASKED = List.of(
            "vps_offered_wave",
            "end_of_journey_told_wave",
            "referred_2d_wave",
            "referred_late_wave",
            "not_referred_wave",
            "code_informed_wave");

    private AuditQuestions() {}

    static Panel panel(Dashboards dashboards, int width, int height) {
        List<FigureRow> rows = ASKED.stream().map(dashboards::row).toList();
        View view = rows.get(0).view();
        PanelReading reading = PanelReading.of(
                rows.get(0).measure(),
                view.basis(),
                "the days of each month, as known at its end, of the whole force; an answer of few audits is withheld");
        Panel panel = PanelKinds.table(
                        "Audits by month, question by question", reading, PanelSource.PUBLISHED, width, height)
                .unit("percent")
                .byDefault("noValue", "No month has audits yet.")
                .sql(query(rows), "table")
                .field("Audit of", "custom.width", 200);
        for (FigureRow row : rows) {
            panel.field(row.name(), "decimals", 1, "noValue", Sql.WITHHELD, "custom.align", "right");
        }
        return panel.defines(ASKED.toArray(String[]::new));
    }

    private static String query(List<FigureRow> rows) {
        Stream<String> columns = rows.stream()
                .map(row -> "max(100 * value) FILTER (WHERE kpi = '%s') AS \"%s\""
                        .formatted(row.measure().slug(), row.name()));
        return """
            WITH days AS (
              SELECT (%1$s - make_interval(months => k))::date AS as_at FROM generate_series(0, 36) k
            ), answer AS (
              SELECT v.as_at, v.kpi, CASE WHEN NOT v.small THEN v.value END AS value,
                row_number() OVER (PARTITION BY v.as_at, v.kpi ORDER BY v.publication DESC) AS newest
              FROM vaiwg.kpi_value_dashboard v
              WHERE v.force = '$force' AND v.kpi IN ('%2$s') AND v.basis = '%3$s' AND v.slice = ''
                AND v."window" = extract(day FROM v.as_at - 1) || 'd' AND v.as_at IN (SELECT as_at FROM days)
            )
            SELECT to_char(as_at - 1, 'FMMonth YYYY') AS "Audit of", %4$s
            FROM answer WHERE newest = 1 GROUP BY as_at ORDER BY as_at DESC\
            """.formatted(
                        Sql.NEWEST_MONTH,
                        String.join("', '", ASKED),
                        rows.get(0).view().basis().slug(),
                        columns.collect(Collectors.joining(", ")));
    }
}
