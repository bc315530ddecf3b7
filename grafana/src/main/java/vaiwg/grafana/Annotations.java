package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.kpis.reference.Sites;

/** What is marked in every chart over time: reconstructed history, alarms, signals, changed definitions and limits, and dated steps and posts. */
final class Annotations {
    /** The measure of a control chart's query. */
    private static final Pattern CHARTED = Pattern.compile("l\\.kpi = '([a-z_0-9]+)'");
    /** A measure of any panel, by the link to its definition. */
    private static final Pattern DEFINED = Pattern.compile("var-kpi=([a-z_0-9]+)");
    /** The unit of a chart of counts. */
    private static final String VOLUME = "\"unit\" : \"locale\"";

    private Annotations() {}

    /** @param panels the text of a dashboard's panels: a dashboard without figures by day has nothing to mark */
    static List<Map<String, Object>> of(String panels) {
        List<Map<String, Object>> annotations = new ArrayList<>();
        if (!panels.contains("\"timeseries\"")) {
            return annotations;
        }
        annotations.add(prometheus(
                "Reconstructed",
                DashboardPalette.GREY,
                "max by (force) (last_over_time(vaiwg_snapshot_reconstructed{force=\"$force\"}[1d])) == 1",
                "from history loaded later, not published at the time"));
        annotations.add(prometheus(
                "Alarms",
                DashboardPalette.ORANGE,
                "max by (alertname, theme) (ALERTS{class=\"figures\",alertstate=\"firing\",force=\"$force\"})",
                "{{alertname}}, theme {{theme}}"));
        annotations.add(definitionsChanged(PanelSource.PUBLISHED));
        annotations.add(table("Limits set again", DashboardPalette.REBASE, rebases(panels), PanelSource.PUBLISHED));
        List<String> committed = named(DEFINED, panels).stream()
                .filter(Annotations::isInDatedCommitment)
                .toList();
        if (!committed.isEmpty()) {
            annotations.add(table(
                    "Recommendations, plan and posts",
                    DashboardPalette.GREEN,
                    commitments(committed),
                    PanelSource.PUBLISHED));
        }
        return annotations;
    }

    /** In the charts of conduct: there are no alarms of it, and no limits that are set again. */
    static List<Map<String, Object>> ofConduct() {
        return List.of(
                table(
                        "Reconstructed",
                        DashboardPalette.GREY,
                        "SELECT min(as_at)::timestamp AT TIME ZONE 'Europe/London' AS time, max(as_at)::timestamp AT TIME ZONE"
                                + " 'Europe/London' AS timeend, 'from history loaded later, not published at the time' AS text"
                                + " FROM vaiwg.kpi_snapshot WHERE force = '$force' AND kind = 'reconstructed' HAVING count(*) > 0",
                        PanelSource.CONDUCT),
                definitionsChanged(PanelSource.CONDUCT));
    }

    private static Map<String, Object> definitionsChanged(PanelSource source) {
        return table(
                "Definitions changed",
                DashboardPalette.PURPLE,
                "SELECT started_at AS time, 'publication ' || publication || ': ' || reason AS text FROM vaiwg.kpi_publication",
                source);
    }

    /** The dated register, as the newest publication has it: what concerns all charts, the chosen theme, or a measure of these panels. */
    private static String rebases(String panels) {
        StringBuilder affected = new StringBuilder();
        named(CHARTED, panels)
                .forEach(kpi -> affected.append(", 'measure=").append(kpi).append("'"));
        if (panels.contains(VOLUME)) {
            affected.append(", 'unit=volume'");
        }
        return """
                SELECT day::timestamp AT TIME ZONE 'Europe/London' AS time, 'Limits are set again: ' || reason AS text
                FROM vaiwg.kpi_rebase
                WHERE until = 'infinity' AND force IN ('', '$force') AND publication = (SELECT max(publication) FROM vaiwg.kpi_rebase)
                  AND string_to_array(affects, ' ') && ARRAY['all', 'theme=$theme'%s]
                ORDER BY 1""".formatted(affected);
    }

    private static List<String> named(Pattern measures, String panels) {
        return measures.matcher(panels)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static boolean isInDatedCommitment(String kpi) {
        return Commitments.of(Sites.shipped()).stream()
                .filter(commitment -> commitment.day().isPresent())
                .flatMap(commitment -> commitment.measures().stream())
                .anyMatch(seen -> seen.measure().equals(kpi));
    }

    /**
     * The dated recommendations, steps and posts of some measures, as the newest publication has them: those of one day in one mark, a line
     * each; those of before the chart's time in one at its beginning.
     */
    private static String commitments(List<String> kpis) {
        String measures = kpis.stream().map(kpi -> "'" + kpi + "'").collect(Collectors.joining(", "));
        return """
                SELECT greatest(day::timestamp, $__timeFrom()::timestamp) AT TIME ZONE 'Europe/London' AS time,
                  string_agg(body || ' (' || when_said || ')', '<br>' ORDER BY register, place) AS text
                FROM vaiwg.kpi_commitment
                WHERE until = 'infinity' AND force = '$force' AND publication = (SELECT max(publication) FROM vaiwg.kpi_commitment) AND day IS NOT NULL
                  AND string_to_array(regexp_replace(measures, ':[^ ]*', '', 'g'), ' ') && ARRAY[%s]
                GROUP BY 1
                ORDER BY 1""".formatted(measures);
    }

    private static Map<String, Object> prometheus(String name, String colour, String expression, String text) {
        return object(
                "name",
                name,
                "enable",
                true,
                "iconColor",
                colour,
                "datasource",
                PanelSource.LIVE.reference(),
                "expr",
                expression,
                "step",
                "1d",
                "titleFormat",
                name,
                "textFormat",
                text,
                "tagKeys",
                "");
    }

    private static Map<String, Object> table(String name, String colour, String query, PanelSource source) {
        return object(
                "name",
                name,
                "enable",
                true,
                "iconColor",
                colour,
                "datasource",
                source.reference(),
                "target",
                object("refId", "Anno", "format", "table", "rawQuery", true, "editorMode", "code", "rawSql", query));
    }
}
