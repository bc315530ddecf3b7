package vaiwg.grafana;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.reference.Theme;

/** Stalking: is it seen for what it is, are orders used, and does the early awareness programme fill and hold? */
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
            "easi_completion");

    private final Dashboards dashboards;

    StalkingDashboard(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    Dashboard dashboard() {
        List<FigureRow> figures = figures();
        return new Dashboard(
                        "stalking-easi",
                        "VAIWG: stalking and the awareness course (EASI)",
                        "Is stalking seen for what it is, are orders used, and does the awareness course hold?",
                        "now-3y")
                .add(chart("recorded_offences", STALKING, "Stalking recorded"))
                .add(chart("recorded_offences", HARASSMENT, "Harassment recorded"))
                .add(chart("victim_attrition", STALKING, "Stalking: victim attrition within 28 days"))
                .add(FigureTable.of("Stalking and harassment in figures", figures, figures.size() + 3))
                .add(trial())
                .add(new OutcomeTable(dashboards).panel(24, 10));
    }

    private List<FigureRow> figures() {
        List<FigureRow> rows = new ArrayList<>();
        for (String slug : OF_BOTH) {
            FigureRow row = dashboards.row(slug).chartedByDetail();
            rows.add(row.in(STALKING, "Stalking: " + Words.small(row.measure().shortTitle())));
            rows.add(row.in(
                    HARASSMENT, "Harassment: " + Words.small(row.measure().shortTitle())));
        }
        FURTHER.forEach(slug -> rows.add(dashboards.row(slug)));
        return rows;
    }

    private Panel chart(String slug, Slice slice, String title) {
        return ControlChart.small(dashboards.row(slug).chartedByDetail().in(slice, title), title, 8, 8);
    }

    /** Descriptive, between the planned evaluations; no signal is ever made of it. */
    private Panel trial() {
        String query = """
                SELECT CASE kpi WHEN 'easi_reoffending_180d' THEN '180 days at risk' ELSE '365 days at risk' END AS "Followed up for",
                  treatment_people AS "Treatment: people", CASE WHEN NOT small THEN 100 * treatment_risk END AS "Suspected again",
                  control_people AS "Control: people", CASE WHEN NOT small THEN 100 * control_risk END AS "Suspected again (control)",
                  CASE WHEN small THEN 'too few people yet' WHEN suppressed THEN '%2$s' ELSE to_char(100 * difference, 'SGFM990.0') || ' points ('
                    || to_char(100 * difference_lower, 'SGFM990.0') || ' to ' || to_char(100 * difference_upper, 'SGFM990.0') || ')'
                  END AS "Difference (95 %% interval)",
                  CASE WHEN small THEN 'too few people yet' WHEN suppressed THEN '%2$s' WHEN ratio IS NULL THEN 'none: an arm without an event'
                    ELSE to_char(ratio, 'FM990.00') || ' (' || to_char(ratio_lower, 'FM990.00') || ' to '
                    || to_char(ratio_upper, 'FM990.00') || ')' END AS "Ratio (95 %% interval)"
                FROM vaiwg.easi_comparison_dashboard
                WHERE force = '$force' AND as_at = %1$s
                  AND publication = (SELECT max(publication) FROM vaiwg.kpi_snapshot WHERE force = '$force')
                ORDER BY kpi""".formatted(Sql.NEWEST, Sql.WITHHELD);
        Reading reading = new Reading(
                "Of the people in each arm of the trial who have been at risk so long since their disposal, days in custody not counted,"
                        + " the share who were suspects of stalking, harassment or domestic abuse committed in that time; everyone in the arm"
                        + " to which they were selected.",
                "% of people; points; ratio",
                "the treatment arm below the control arm is good; an interval that holds 0 points, or the ratio 1, shows no difference",
                "stock (as it stands)",
                "all, since the programme began");
        return Charts.table("People suspected again, by arm of the trial", reading, Source.PUBLISHED, 24, 5)
                .byDefault("noValue", "Nobody has been at risk for 180 days yet.")
                .sql(query, "table")
                .fields("^Suspected", "unit", "percent", "decimals", 1)
                .defines("easi_reoffending_180d", "easi_reoffending_365d");
    }
}
