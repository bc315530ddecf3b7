package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values are charted in blocks: of a measure one basis by days and one by months; its total, its themes and, of what is
 * no cut and no percentile, the areas within themes. Where the report reads it at a longer horizon, its total and themes are charted at that one too.
 * Cuts by characteristics of victims are not: a chart asks whether the service changes. Blocks are of 28 days whatever the windows over
 * which a figure is read.
 *
 * @param charts all, in the order of their slots
 */
public record ChartPlan(List<Chart> charts) {
    /** A block where days are known. */
    public static final Window BLOCK = Window.days(28);
    /** A block where a source knows months only. */
    public static final Window MONTH = Window.months(1);
    /** Of a source that knows months, the share that is read: half a year after the month of recording. */
    static final int MONTHS_TO_SETTLE = 6;

    private static final Set<SliceFamily> RAISES_ALERTS =
            Set.of(SliceFamily.TOTAL, SliceFamily.THEME, SliceFamily.ARCHIVE_THEME);
    private static final Set<SliceFamily> BY_THEME =
            Set.of(SliceFamily.TOTAL, SliceFamily.THEME, SliceFamily.THEME_DETAIL, SliceFamily.ARCHIVE_THEME);

    /** With which charts one is judged, and so what is told of it. */
    public enum Family {
        /** The pack's: of measures with {@code raises_alerts}, by total and theme; they are told from less evidence. */
        ALERTING,
        /** All others: there are many, so more evidence is asked of each. */
        OTHER,
        /** Shown beside the figure that is read, and told of by the chart of a shorter horizon: the same cases would signal twice. */
        SHOWN
    }

    /**
     * One chart.
     *
     * @param column its measure, basis and rows
     * @param slot the value that is charted, or the first of its row where no block of it is published
     * @param limitsOnDashboards whether its limits go to Prometheus: of the total and of themes, where its points go there
     */
    public record Chart(Column column, int slot, Family family, boolean limitsOnDashboards) {
        public Measure measure() {
            return column.measure();
        }

        /** Whether it is one of the pack's. */
        public boolean raisesAlerts() {
            return family == Family.ALERTING;
        }

        public boolean signals() {
            return family != Family.SHOWN;
        }

        /** Whether its blocks are calendar months. */
        public boolean isMonthly() {
            return column.basis().isMonthly();
        }

        /** Whether it is of what stands at an instant, and charts the change from one block end to the next. */
        public boolean isStock() {
            return column.isStock();
        }

        /** Whether its value is published over its blocks, and not only over longer windows. */
        public boolean isPublished() {
            return column.windowOfSlot(slot).equals(window());
        }

        public Window window() {
            if (isStock()) {
                return Window.STANDING;
            }
            return isMonthly() ? MONTH : BLOCK;
        }

        /** Its slice as in the tables: empty for the total. */
        public String slice() {
            return Slice.of(column.dimensionsOfSlot(slot));
        }

        /** Its theme, empty for the total. */
        public String theme() {
            return column.dimensionsOfSlot(slot).getOrDefault("theme", "");
        }

        /** Whether it is cut by nothing but its theme. */
        public boolean isOfTheme() {
            return column.isDaily(column.rowOfSlot(slot));
        }
    }

    public static ChartPlan of(Catalogue catalogue) {
        List<Chart> charts = new ArrayList<>();
        for (Column column : catalogue.columns()) {
            Measure measure = column.measure();
            Optional<Basis> charted = column.basis().isMonthly() ? measure.chartedByMonth() : measure.chartedByDay();
            if (charted.equals(Optional.of(column.basis()))) {
                addRows(column, charts);
            } else if (measure.chartedAsRead().equals(Optional.of(column.basis()))) {
                addRowsAsRead(column, charts);
            }
        }
        return new ChartPlan(List.copyOf(charts));
    }

    private static void addRows(Column column, List<Chart> charts) {
        Measure measure = column.measure();
        int window = Math.max(0, column.windows().indexOf(column.basis().isMonthly() ? MONTH : BLOCK));
        for (int row = 0; row < column.rows().size(); row++) {
            SliceFamily rows = column.rows().family(row);
            // The percentile of few cases jumps from one of them to another.
            boolean area = rows == SliceFamily.THEME_AND_LPA && !column.isCut() && !column.isPercentile();
            if (BY_THEME.contains(rows) || area) {
                boolean raisesAlerts = measure.raisesAlerts() && column.isDaily(row) && RAISES_ALERTS.contains(rows);
                charts.add(new Chart(
                        column,
                        column.slot(window, row),
                        raisesAlerts ? Family.ALERTING : Family.OTHER,
                        isOfDashboards(column, row, column.windows().get(window))));
            }
        }
    }

    private static void addRowsAsRead(Column column, List<Chart> charts) {
        int window = column.windows().indexOf(BLOCK);
        for (int row = 0; row < column.rows().size(); row++) {
            if (column.isDaily(row) && RAISES_ALERTS.contains(column.rows().family(row))) {
                boolean limits = isOfDashboards(column, row, BLOCK);
                charts.add(new Chart(column, column.slot(window, row), Family.SHOWN, limits));
            }
        }
    }

    /** Whether the value goes to Prometheus, of the total or a theme. */
    private static boolean isOfDashboards(Column column, int row, Window window) {
        return column.isDaily(row)
                && RAISES_ALERTS.contains(column.rows().family(row))
                && (column.measure().raisesAlerts() || window.equals(BLOCK))
                && column.measure().isOnDashboards(column.basis(), window);
    }
}
