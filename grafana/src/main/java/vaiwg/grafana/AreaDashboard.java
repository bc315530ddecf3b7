package vaiwg.grafana;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vaiwg.kpis.cases.AnswerTime;
import vaiwg.kpis.catalogue.AreaPlan;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.SliceFamily;

/** The dashboard of one priority area: tiles, the chart of its main figure, its signals, themes, policing areas, and all its figures. */
final class AreaDashboard {
    private static final int TILES = 4;
    private static final int TILE = 6;
    private static final int MULTIPLES = 4;
    /** How high their table is at most; it scrolls. */
    private static final int DETAILS = 24;

    /** What happens too seldom in 28 days for limits; the table has it. */
    private static final Set<String> SELDOM = Set.of(
            "spo_granted_share",
            "spo_breach_rate",
            "spo_days_to_apply_median",
            "dvpo_within_48h",
            "easi_places_filled");

    private final Dashboards dashboards;
    private final Priority priority;

    AreaDashboard(Dashboards dashboards, Priority priority) {
        this.dashboards = dashboards;
        this.priority = priority;
    }

    Dashboard dashboard() {
        Dashboard dashboard = new Dashboard(
                AreaNames.dashboard(priority), "VAIWG: " + AreaNames.of(priority), priority.question(), "now-3y");
        List<FigureRow> figures = dashboards.figures(priority);
        if (figures.isEmpty()) {
            return dashboard.add(DefinitionsDashboard.table(
                    "Figures of the restricted annex",
                    "priority = '" + priority.slug() + "'",
                    dashboards.of(priority).size(),
                    PanelSource.PUBLISHED));
        }
        // Figures that say the same share their matters: the first of them tells these.
        Set<String> concerns = new HashSet<>();
        figures.stream()
                .limit(TILES)
                .forEach(row -> dashboard.add(
                        Tiles.figure(row, concerns.add(row.measure().concern()), TILE, 3)));
        FigureRow main = figures.stream()
                .filter(row -> row.chart().isPresent())
                .findFirst()
                .orElseThrow();
        dashboard.add(ControlChartPanel.large(main, main.name() + ", by 28 days: ${theme:text}", 24, 10));
        dashboard.add(MatterTable.of(dashboards, priority));
        multiples(dashboard, main, figures);
        tables(dashboard, main, figures);
        dashboard.add(FigureTable.of("Figures of the area", figures, figures.size() + 3));
        List<FigureRow> details = details();
        if (!details.isEmpty()) {
            dashboard.addFolded(FigureTable.of("Details of the area", details, Math.min(details.size() + 3, DETAILS)));
        }
        return dashboard.add(AreasApart.panel(figures, 24, 8));
    }

    /** Those of the report's annex; after them what a figure is broken down by for this area alone. */
    private List<FigureRow> details() {
        Stream<FigureRow> parts = priority == Priority.ENGAGEMENT
                ? Stream.of(AnswerTime.values())
                        .flatMap(time -> time.slices().entrySet().stream())
                        .map(slice -> dashboards
                                .row("survey_satisfied")
                                .in(Slice.ofVariant(slice.getKey()), "Satisfied, answered: " + slice.getValue()))
                : Stream.empty();
        return Stream.concat(dashboards.details(priority).stream(), parts).toList();
    }

    /** The main figure in each theme, or where it is not broken down by theme the next figures that have a chart. */
    private void multiples(Dashboard dashboard, FigureRow main, List<FigureRow> figures) {
        int width = 24 / MULTIPLES;
        if (main.measure().slices().contains(SliceFamily.THEME)) {
            List<Slice> themes = Themes.NAMES.keySet().stream()
                    .filter(label -> !label.equals("all"))
                    .map(main.slice()::in)
                    .toList();
            for (Map.Entry<String, String> theme : Themes.NAMES.entrySet()) {
                if (!theme.getKey().equals("all")) {
                    dashboard.add(ControlChartPanel.small(
                            main.in(main.slice().in(theme.getKey()), main.name()),
                            theme.getValue() + ": " + Tiles.shortName(main),
                            themes,
                            width,
                            7));
                }
            }
            return;
        }
        figures.stream()
                .filter(row -> row != main && row.chart().isPresent())
                .filter(row -> !SELDOM.contains(row.measure().slug()))
                .limit(MULTIPLES)
                .forEach(row -> dashboard.add(ControlChartPanel.small(row, row.name(), width, 7)));
    }

    private void tables(Dashboard dashboard, FigureRow main, List<FigureRow> figures) {
        Optional<FigureRow> compared =
                figures.stream().filter(AreaDashboard::isCompared).findFirst();
        boolean themed = main.measure().slices().contains(SliceFamily.THEME);
        if (priority == Priority.CRIMINAL_JUSTICE) {
            dashboard.add(new OutcomeTable(dashboards).panel(24, 10));
        }
        if (themed) {
            dashboard.add(ThemePanel.panel(main, compared.isPresent() ? 11 : 24));
        }
        compared.ifPresent(
                row -> dashboard.add(PolicingAreas.panel(row, AreaNames.dashboard(priority), themed ? 13 : 24, 10)));
        if (priority == Priority.INTELLIGENCE) {
            dashboard.add(AreaTiles.panel(dashboards.measure("da_repeat_places"), 24, 5));
        }
        if (priority == Priority.ENGAGEMENT) {
            dashboard.add(AuditWaves.panel(dashboards.row("code_all_five_wave"), 24, 7));
            dashboard.add(AuditQuestions.panel(dashboards, 24, 7));
        }
        List<FigureRow> counted = figures.stream()
                .filter(row -> row.measure().isShownAsCount())
                .limit(2)
                .toList();
        if (!counted.isEmpty()) {
            dashboard.add(CountBars.panel("Overdue at the beginning of each month, cases", counted, 24, 7));
        }
    }

    /** Whether a table can show its areas: a share, and of no dimension. */
    private static boolean isCompared(FigureRow row) {
        return row.isShare()
                && row.measure().dimension().isEmpty()
                && AreaPlan.uncompared(row.measure()).isEmpty();
    }
}
