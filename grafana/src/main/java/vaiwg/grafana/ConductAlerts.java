package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;

/**
 * Alerts about conduct, which the Grafana of professional standards evaluates and mails itself: what is rare comes more often than usual.
 * The message has no figure, since a mailbox is not guarded as the dashboard is.
 */
final class ConductAlerts {
    /** As many times in a row on one side of the centre are unlikely to be chance (Western Electric). */
    private static final int RUN = 8;

    private static final String STATE = "run";

    private ConductAlerts() {}

    /** Grafana's file of rules, one for each figure of rare events. */
    static String file(List<FigureRow> figures) {
        return GrafanaJson.text(object(
                "apiVersion",
                1,
                "groups",
                List.of(object(
                        "orgId",
                        1,
                        "name",
                        "Conduct",
                        "folder",
                        "Conduct",
                        "interval",
                        "1h",
                        "rules",
                        figures.stream().map(ConductAlerts::rule).toList()))));
    }

    private static Map<String, Object> rule(FigureRow row) {
        return object(
                "uid",
                "vaiwg-" + row.measure().slug().replace('_', '-'),
                "title",
                row.name() + ": more often than usual",
                "condition",
                "beyond",
                "data",
                List.of(
                        query(
                                STATE,
                                PanelSource.CONDUCT_REVISED.uid(),
                                object("refId", STATE, "format", "table", "rawQuery", true, "rawSql", sql(row))),
                        query(
                                "beyond",
                                "__expr__",
                                object(
                                        "refId",
                                        "beyond",
                                        "type",
                                        "threshold",
                                        "expression",
                                        STATE,
                                        "conditions",
                                        List.of(object("evaluator", object("type", "gt", "params", List.of(0))))))),
                "for",
                "0s",
                "noDataState",
                "OK",
                "execErrState",
                "Error",
                "annotations",
                object(
                        "summary",
                        row.name() + ": more often than usual",
                        "description",
                        "The newest days came closer together than usual, " + RUN
                                + " times in a row. The chart “" + RareEventChart.title(row)
                                + "” of the dashboard of conduct shows them."),
                "labels",
                object("owner", row.measure().priority().slug()));
    }

    private static Map<String, Object> query(String name, String source, Map<String, Object> model) {
        return object(
                "refId",
                name,
                "relativeTimeRange",
                object("from", 600, "to", 0),
                "datasourceUid",
                source,
                "model",
                model);
    }

    /**
     * A row a force: 1 where its newest {@value #RUN} times are all shorter than the centre, and the time since then is too, else 0. It
     * has no dollar sign: Grafana would take it for a variable of the environment.
     */
    static String sql(FigureRow row) {
        return TimesBetween.sql(row) + """
            , newest AS (
              SELECT force, max(as_at) AS as_at FROM vaiwg.kpi_snapshot WHERE complete GROUP BY force
            ), closed AS (
              SELECT force, day, days, row_number() OVER (PARTITION BY force ORDER BY day DESC) AS back FROM time
            )
            SELECT l.force, (count(*) = %1$d AND bool_and(c.days < l.centre) AND max(n.as_at) - max(c.day) <= max(l.centre))::int AS more_often
            FROM limits l JOIN newest n USING (force) JOIN closed c ON c.force = l.force AND c.back <= %1$d
            GROUP BY l.force\
            """.formatted(RUN);
    }
}
