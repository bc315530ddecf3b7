package vaiwg.grafana;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Variant;

/** Victim attrition from every side: how often, how soon, where, why, what instead, and the early warning. */
final class AttritionDashboard {
    /** How a column of numbers of cases is shown. */
    private static final Object[] COUNT = {"unit", "locale", "decimals", 0, "custom.align", "right"};

    private static final int[] HORIZONS = {28, 90, 180, 365};

    private final Dashboards dashboards;
    private final Measure attrition;

    AttritionDashboard(Dashboards dashboards) {
        this.dashboards = dashboards;
        this.attrition = dashboards.measure("victim_attrition");
    }

    Dashboard dashboard() {
        FigureRow row = dashboards.row("victim_attrition");
        return new Dashboard(
                        "attrition",
                        "VAIWG: victim attrition",
                        "When, where and why does the support that victims need end?",
                        "now-3y")
                .add(ControlChartPanel.large(row, "Victim attrition within 90 days, by 28 days: ${theme:text}", 24, 10))
                .add(MatterTable.ofAttrition(dashboards))
                .add(horizons())
                .add(incidence())
                .add(AlarmChart.panel(24, 8))
                .add(new OutcomeTable(dashboards).panel(24, 10))
                .add(PolicingAreas.panel(row, "attrition", 24, 10))
                .add(recorded("Stage at which support ended, by theme", 8, "withdrawal_stage"))
                .add(recorded("Reason for which support ended, by theme", 16, "withdrawal_reason"))
                .add(chart("withdrawal_reason_recorded"))
                .add(chart("withdrawal_days_median"));
    }

    private Panel chart(String slug) {
        FigureRow row = dashboards.row(slug);
        return ControlChartPanel.small(row, row.name() + ": ${theme:text}", 12, 8);
    }

    private Panel horizons() {
        String columns = IntStream.of(HORIZONS)
                .mapToObj(days -> "max(100 * value) FILTER (WHERE basis = 'settled_" + days + "d' AND NOT small) AS \""
                        + days + " days\"")
                .collect(Collectors.joining(", "));
        Panel panel = byTheme(
                        "Outcome 16 within a number of days, by theme",
                        PanelReading.of(
                                attrition,
                                Basis.settled(90),
                                "365d, ending as many days before the snapshot as each column waits"),
                        14,
                        columns + ", max(denominator) FILTER (WHERE basis = 'settled_90d') AS \"Crimes\"",
                        "kpi = 'victim_attrition' AND basis IN ('settled_28d', 'settled_90d', 'settled_180d', 'settled_365d')",
                        List.of(""))
                .field("Crimes", COUNT)
                .defines("victim_attrition");
        IntStream.of(HORIZONS).forEach(days -> panel.field(days + " days", Heat.cells(15, 30, 40)));
        return panel;
    }

    /** Of outcomes 16 of a year that record it, how many record what each column says. */
    private Panel recorded(String title, int width, String slug) {
        Measure measure = dashboards.measure(slug);
        List<Variant> columns = measure.dimension().orElseThrow().values();
        String shares = columns.stream()
                .map(column -> "max(100 * value) FILTER (WHERE slice LIKE '%" + column.slice()
                        + "%' AND NOT small) AS \"" + column.title() + "\"")
                .collect(Collectors.joining(", "));
        Panel panel = byTheme(
                        title,
                        PanelReading.of(measure, Basis.ASSIGNED, "365d; each column likewise"),
                        width,
                        shares + ", max(denominator) AS \"Cases\"",
                        "kpi = '" + slug + "' AND basis = 'assigned'",
                        columns.stream().map(Variant::slice).toList())
                .field("Cases", COUNT)
                .defines(slug);
        columns.forEach(column -> panel.field(column.title(), Heat.cells(10, 25, 50)));
        return panel;
    }

    /**
     * Figures of a year in the chosen policing area, one theme below the other, in per cent.
     *
     * @param columns what is taken of the rows of a theme
     * @param which rows
     * @param parts the values that the columns are of, such as {@code stage=at_cps}; one empty text of a measure without a dimension
     */
    private static Panel byTheme(
            String title, PanelReading reading, int width, String columns, String which, List<String> parts) {
        List<String> labels = List.copyOf(Themes.NAMES.keySet());
        String rows = labels.stream()
                .flatMap(label -> parts.stream()
                        .map(part -> "(" + labels.indexOf(label) + ", '" + Themes.NAMES.get(label) + "', "
                                + Slice.ofVariant(part).cell(label).candidates().get(0) + ")"))
                .collect(Collectors.joining(", "));
        String query = "SELECT line.theme AS \"Theme\", " + columns
                + " FROM vaiwg.kpi_value_dashboard JOIN (VALUES " + rows
                + ") AS line(place, theme, slice) USING (slice) WHERE force = '$force' AND " + which
                + " AND \"window\" = '365d' AND as_at IN (" + Sql.NEWEST + ", " + Sql.NEWEST_MONTH
                + ") AND as_at = CASE WHEN monthly THEN " + Sql.NEWEST_MONTH + " ELSE " + Sql.NEWEST + " END"
                + " AND publication = " + Sql.NEWEST_PUBLICATION
                + " GROUP BY line.place, line.theme ORDER BY line.place";
        return PanelKinds.table(title, reading, PanelSource.PUBLISHED, width, 8)
                .unit("percent")
                .byDefault("decimals", 1)
                .whenEmpty("No case has had its time yet.", "–")
                .sql(query, "table")
                .fields(".*", "custom.minWidth", 80)
                .field("Theme", "custom.width", 185);
    }

    /** The early estimate at its horizons, with its interval. */
    private Panel incidence() {
        String slice = Slice.CHOSEN.candidates().get(1);
        String query =
                "SELECT substring(basis FROM '\\d+') || ' days' AS \"Within\", to_char(100 * value, 'FM990.0') || '%' AS \"Estimate\","
                        + " to_char(100 * lower, 'FM990.0') || ' to ' || to_char(100 * upper, 'FM990.0') || '%' AS \"95% interval\" FROM"
                        + " vaiwg.kpi_value_dashboard WHERE force = '$force' AND kpi = 'victim_attrition' AND basis IN ('incidence_28d', 'incidence_90d',"
                        + " 'incidence_180d', 'incidence_365d') AND \"window\" = '90d' AND slice = " + slice
                        + " AND as_at = " + Sql.NEWEST
                        + " AND publication = " + Sql.NEWEST_PUBLICATION
                        + " ORDER BY substring(basis FROM '\\d+')::int";
        return PanelKinds.table(
                        "Early estimate of newest crimes, whole force: ${theme:text}",
                        new PanelReading(
                                "If every open case went on as cases of its age did in the last 90 days, how many of 100 crimes would"
                                        + " end with outcome 16 within each time, with its 95 % interval. Provisional: entries that"
                                        + " come late are not in it yet.",
                                "% of crimes",
                                "down is good, only beside where else cases end",
                                "incidence (estimated from open cases too: provisional)",
                                "events of the last 90 days"),
                        PanelSource.PUBLISHED,
                        10,
                        8)
                .byDefault("noValue", "Not enough cases have ended yet.")
                .sql(query, "table")
                .fields("^(Estimate|95% interval)$", "custom.align", "right")
                .defines("victim_attrition");
    }
}
