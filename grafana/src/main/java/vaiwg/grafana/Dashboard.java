package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.ArrayList;
import java.util.List;

/**
 * One dashboard: what it asks, and its panels. They are placed from left to right and top to bottom; above them stands, on every dashboard
 * alike, how to read it, where to find help, and of when and whence the figures are.
 */
final class Dashboard {
    private static final int COLUMNS = 24;

    private final Server server;
    private final String name;
    private final String title;
    private final String question;
    private final List<Panel> panels = new ArrayList<>();
    private final List<Panel> folded = new ArrayList<>();
    private final String from;

    /**
     * @param name of its file; its uid is {@code vaiwg-} and the name
     * @param question what a lead comes to ask
     * @param from where the time range begins, as Grafana says it
     */
    Dashboard(String name, String title, String question, String from) {
        this(Server.SHARED, name, title, question, from);
    }

    /** @param server which has it, and decides what stands around its panels */
    Dashboard(Server server, String name, String title, String question, String from) {
        this.server = server;
        this.name = name;
        this.title = title;
        this.question = question;
        this.from = from;
        panels.add(Header.help(question));
        panels.add(server.freshness());
    }

    String name() {
        return name;
    }

    Dashboard add(Panel panel) {
        panels.add(panel);
        return this;
    }

    /** Adds below all others a panel that is folded away under its title until somebody opens it. */
    Dashboard addFolded(Panel panel) {
        folded.add(panel);
        return this;
    }

    /** The file's text. */
    String json() {
        List<Object> placed = placed();
        String used = GrafanaJson.text(placed);
        return GrafanaJson.text(object(
                "uid",
                "vaiwg-" + name,
                "id",
                null,
                "title",
                title,
                "description",
                question,
                "tags",
                DashboardLinks.tags(name),
                "timezone",
                "Europe/London",
                "weekStart",
                "monday",
                "schemaVersion",
                41,
                "version",
                1,
                "editable",
                false,
                "graphTooltip",
                1,
                "refresh",
                "5m",
                "time",
                object("from", from, "to", "now"),
                "timepicker",
                object("refresh_intervals", List.of("1m", "5m", "1h")),
                "links",
                server.links(),
                "annotations",
                object("list", server.annotations(used)),
                "templating",
                object("list", server.variables(used)),
                "panels",
                placed));
    }

    /** Row by row; the panels of a row are as tall as its tallest, and its last reaches to the edge. */
    private List<Object> placed() {
        List<Object> placed = new ArrayList<>();
        int y = 0;
        for (List<Panel> row : rows()) {
            int height = row.stream().mapToInt(Panel::height).max().orElseThrow();
            int x = 0;
            for (Panel panel : row) {
                boolean last = panel == row.get(row.size() - 1);
                int width = last ? COLUMNS - x : panel.width();
                placed.add(panel.at(placed.size() + 1, x, y, width, height));
                x += width;
            }
            y += height;
        }
        int id = placed.size() + 1;
        for (Panel panel : folded) {
            Object unfolded = panel.at(id + 1, 0, y + 1, COLUMNS, panel.height());
            placed.add(object(
                    "id",
                    id,
                    "type",
                    "row",
                    "title",
                    panel.title(),
                    "collapsed",
                    true,
                    "gridPos",
                    object("x", 0, "y", y, "w", COLUMNS, "h", 1),
                    "panels",
                    List.of(unfolded)));
            id += 2;
            y++;
        }
        return placed;
    }

    private List<List<Panel>> rows() {
        List<List<Panel>> rows = new ArrayList<>();
        int taken = COLUMNS;
        for (Panel panel : panels) {
            if (taken + panel.width() > COLUMNS) {
                rows.add(new ArrayList<>());
                taken = 0;
            }
            rows.get(rows.size() - 1).add(panel);
            taken += panel.width();
        }
        return rows;
    }
}
