package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is marked in every chart over time: reconstructed history, alarms, signals, changed definitions and limits, and what owners said. */
final class Annotations {
    private Annotations() {}

    /** @param panels the text of a board's panels: a board without figures by day has nothing to mark */
    static List<Map<String, Object>> of(String panels) {
        List<Map<String, Object>> annotations = new ArrayList<>();
        if (!panels.contains("\"timeseries\"")) {
            return annotations;
        }
        annotations.add(prometheus(
                "Reconstructed",
                Palette.GREY,
                "max by (force) (last_over_time(vaiwg_snapshot_reconstructed{force=\"$force\"}[1d])) == 1",
                "from history loaded later, not published at the time"));
        annotations.add(prometheus(
                "Alarms",
                Palette.ORANGE,
                "max by (alertname, theme) (ALERTS{class=\"figures\",alertstate=\"firing\",force=\"$force\"})",
                "{{alertname}}, theme {{theme}}"));
        annotations.add(
                table(
                        "Definitions changed",
                        Palette.PURPLE,
                        "SELECT started_at AS time, 'generation ' || generation || ': ' || reason AS text FROM vaiwg.kpi_generation"));
        annotations.add(table("Limits made anew", Palette.PURPLE, rebases()));
        annotations.add(table("To act on", Palette.ORANGE, """
                SELECT s.as_at::timestamp AT TIME ZONE 'Europe/London' AS time,
                  coalesce(m.title, s.kpi) || ' (' || coalesce(nullif(s.slice, ''), 'all') || '): ' || s.change AS text
                FROM vaiwg.kpi_signal s LEFT JOIN vaiwg.kpi_measure m USING (kpi)
                WHERE s.force = '$force' AND s.state = 'act' ORDER BY 1"""));
        annotations.add(table("What owners said", Palette.BLUE, """
                SELECT n.at AS time, concat_ws('; ', n.kind, n.post, n.cause, n.action) AS text
                FROM vaiwg.kpi_note n
                WHERE n.force = '$force'
                  AND EXISTS (SELECT FROM vaiwg.kpi_signal s WHERE s.force = n.force AND s.signal_id = n.signal_id) ORDER BY 1"""));
        return annotations;
    }

    /** The dated register, as the newest publication has it. */
    private static String rebases() {
        return """
                SELECT day::timestamp AT TIME ZONE 'Europe/London' AS time, 'Limits are set again: ' || reason AS text
                FROM vaiwg.kpi_rebase
                WHERE until = 'infinity' AND generation = (SELECT max(generation) FROM vaiwg.kpi_rebase) ORDER BY 1""";
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
                Source.LIVE.reference(),
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

    private static Map<String, Object> table(String name, String colour, String query) {
        return object(
                "name",
                name,
                "enable",
                true,
                "iconColor",
                colour,
                "datasource",
                Source.PUBLISHED.reference(),
                "target",
                object("refId", "Anno", "format", "table", "rawQuery", true, "editorMode", "code", "rawSql", query));
    }
}
