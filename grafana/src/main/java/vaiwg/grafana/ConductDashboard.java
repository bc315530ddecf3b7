package vaiwg.grafana;

import java.util.List;

/** The conduct of our own staff: all restricted figures, the gaps to like cases, and what is rare. */
final class ConductDashboard {
    private final Dashboards dashboards;

    ConductDashboard(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Dashboard dashboard() {
        List<FigureRow> figures = dashboards.conduct();
        List<FigureRow> gaps = figures.stream()
                .filter(row -> row.measure().standard().isPresent())
                .toList();
        List<FigureRow> counts = dashboards.rareConduct();
        Dashboard dashboard = new Dashboard(
                        Server.CONDUCT,
                        "conduct",
                        "VAIWG: conduct",
                        "Are cases about our own staff treated like others?",
                        "now-3y")
                .add(ConductTable.panel(figures, figures.size() + 2));
        gaps.forEach(gap -> dashboard.add(GapChart.panel(gap, 24 / gaps.size(), 8)));
        counts.forEach(count -> dashboard.add(RareEventChart.panel(count, 24 / counts.size(), 8)));
        return dashboard
                .add(ConductPeriods.panel(counts, 24))
                .add(DefinitionsDashboard.table(
                        "Definitions of these figures", "restricted", figures.size(), PanelSource.CONDUCT));
    }
}
