package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;

/** How a chart shows points between limits: a line of points, the band of usual variation, and a mark where a point lies outside it. */
final class LimitLines {
    private LimitLines() {}

    /**
     * Styles the lines {@code Usual}, {@code Lower limit}, {@code Upper limit} and {@code Outside usual variation} of a panel's query.
     *
     * @param points how the name of the line of points begins
     */
    static Panel style(Panel panel, String points) {
        return panel.fields(
                        "^" + points,
                        "color",
                        PanelKinds.colour(0),
                        "custom.showPoints",
                        "always",
                        "custom.pointSize",
                        5)
                .field("Usual", "color", grey(), "custom.lineWidth", 1, "custom.showPoints", "never")
                .fields(
                        "^(Upper|Lower) limit$",
                        "color",
                        grey(),
                        "custom.lineWidth",
                        1,
                        "custom.showPoints",
                        "never",
                        "custom.lineStyle",
                        object("fill", "dash", "dash", List.of(6, 4)))
                .fields("^Upper limit$", "custom.fillBelowTo", "Lower limit", "custom.fillOpacity", 14)
                .field(
                        "Outside usual variation",
                        "color",
                        object("mode", "fixed", "fixedColor", DashboardPalette.CONCERN),
                        "custom.drawStyle",
                        "points",
                        "custom.showPoints",
                        "always",
                        "custom.pointSize",
                        12);
    }

    private static Object grey() {
        return object("mode", "fixed", "fixedColor", DashboardPalette.GREY);
    }
}
