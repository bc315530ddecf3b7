package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is marked in every chart over time: reconstructed history, alarms, changed definitions, and what owners said. */
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
        if (Awaited.SIGNALS.isThere()) {
            annotations.add(table(
                    "Signals and what owners said",
                    Palette.BLUE,
                    "SELECT raised_at AS time, kpi || ' ' || slice || ': ' || state || coalesce(', ' || note, '') AS text"
                            + " FROM vaiwg.kpi_signal WHERE force = '$force'"));
        }
        return annotations;
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
