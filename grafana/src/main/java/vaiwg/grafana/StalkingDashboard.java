package vaiwg.grafana;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.reference.Theme;

/** Stalking: is it seen for what it is, are orders used, and does the EASI programme fill and hold? */
final class StalkingDashboard {
    private static final Slice STALKING = Slice.ofTheme(Theme.STALKING.slug());
    private static final Slice HARASSMENT = Slice.ofTheme(Theme.HARASSMENT.slug());
    private static final List<String> OF_BOTH =
            List.of("recorded_offences", "victim_attrition", "charge_rate", "reclassified_share");
    private static final List<String> FURTHER = List.of(
            "stalking_screened_7d",
            "repeat_stalking_suspect",
            "spo_applied_rate",
            "spo_granted_share",
            "spo_breach_rate",
            "spo_days_to_apply_median",
            "easi_places_filled",
            "easi_places_12m",
            "easi_controls_12m",
            "easi_completion");

    private final Dashboards dashboards;

    StalkingDashboard(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Dashboard dashboard() {
        List<FigureRow> figures = figures();
        AwarenessCoursePanels course = new AwarenessCoursePanels(dashboards);
        return new Dashboard(
                        "stalking-easi",
                        "VAIWG: stalking and the EASI programme",
                        "Is stalking seen for what it is, and stopped?",
                        "now-3y")
                .add(chart("recorded_offences", STALKING, "Stalking recorded"))
                .add(chart("recorded_offences", HARASSMENT, "Harassment recorded"))
                .add(chart("victim_attrition", STALKING, "Stalking: victim attrition within 28 days"))
                .add(FigureTable.of("Stalking and harassment in figures", figures, figures.size() + 3))
                .add(course.places())
                .add(course.curves())
                .add(course.comparison())
                .add(new AwarenessOutcomes(dashboards).panel(24, 8))
                .add(new AwarenessProfilePanel(dashboards).panel(8, 12))
                .add(new OutcomeTable(dashboards).panel(16, 12));
    }

    private List<FigureRow> figures() {
        List<FigureRow> rows = new ArrayList<>();
        for (String slug : OF_BOTH) {
            FigureRow row = dashboards.row(slug).chartedByDetail();
            rows.add(row.in(
                    STALKING, "Stalking: " + FirstLetters.small(row.measure().shortTitle())));
            rows.add(row.in(
                    HARASSMENT,
                    "Harassment: " + FirstLetters.small(row.measure().shortTitle())));
        }
        FURTHER.forEach(slug -> rows.add(dashboards.row(slug)));
        return rows;
    }

    private Panel chart(String slug, Slice slice, String title) {
        return ControlChartPanel.small(dashboards.row(slug).chartedByDetail().in(slice, title), title, 8, 8);
    }
}
