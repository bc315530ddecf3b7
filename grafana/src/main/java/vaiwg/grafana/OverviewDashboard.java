package vaiwg.grafana;

import java.util.List;
import vaiwg.kpis.catalogue.Priority;

/** The first page: the seven areas, what has changed in them, and their headline figures. */
final class OverviewDashboard {
    private static final int TILE = 6;
    private static final int TILE_HEIGHT = 3;

    private final Dashboards dashboards;

    OverviewDashboard(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Dashboard dashboard() {
        List<FigureRow> headlines = dashboards.headlines();
        Dashboard dashboard = new Dashboard(
                "strategy-overview",
                "VAIWG strategy: overview",
                "What does the strategy change for victims of violence against women and girls?",
                "now-2y");
        for (Priority priority : Priority.values()) {
            dashboard.add(dashboards.figures(priority).stream()
                    .findFirst()
                    .map(row -> Tiles.area(priority, row, TILE, TILE_HEIGHT))
                    .orElseGet(() -> restricted(priority)));
        }
        return dashboard
                .add(QualityDashboard.tile(TILE, TILE_HEIGHT))
                .add(MatterTable.ofAll(dashboards, 7))
                .add(FigureTable.withAreas("Headline figures of the areas", headlines, headlines.size() + 2))
                .add(SignalTimeline.panel(headlines, 24, 10))
                .add(new OutcomeTable(dashboards).panel(24, 10));
    }

    private static Panel restricted(Priority priority) {
        return new Panel("text", AreaNames.of(priority), TILE, TILE_HEIGHT)
                .says(
                        "The conduct of our own staff is shown to professional standards only: in the restricted annex of the report, and"
                                + " on a dashboard of its own.")
                .option("mode", "markdown")
                .option(
                        "content",
                        "[In the restricted annex](" + AreaNames.link(priority) + "), of " + priority.owner());
    }
}
