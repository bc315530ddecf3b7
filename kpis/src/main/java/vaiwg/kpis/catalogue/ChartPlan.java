package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values are charted in blocks: of a measure one basis by days and one by months; its total, its themes and, of what is no
 * variant, the areas within themes. Cuts by characteristics of victims are not: a chart asks whether the service changes. Blocks are
 * of 28 days whatever the windows over which a figure is read.
 */
public final class ChartPlan {
    /** A block where days are known. */
    public static final Window BLOCK = Window.days(28);
    /** A block where a source knows months only. */
    public static final Window MONTH = Window.months(1);
    /** Of a source that knows months, the share that is read: half a year after the month of recording. */
    static final int MONTHS_TO_SETTLE = 6;

    private static final Set<SliceFamily> IN_PACK =
            Set.of(SliceFamily.TOTAL, SliceFamily.THEME, SliceFamily.ARCHIVE_THEME);
    private static final Set<SliceFamily> BY_THEME =
            Set.of(SliceFamily.TOTAL, SliceFamily.THEME, SliceFamily.THEME_DETAIL, SliceFamily.ARCHIVE_THEME);

    private final List<Chart> charts;

    private ChartPlan(List<Chart> charts) {
        this.charts = charts;
    }

    /**
     * One chart.
     *
     * @param column its measure, basis and rows
     * @param slot the value that is charted, or the first of its row where no block of it is published
     * @param inPack whether it is one of the pack's, whose signals are told from the first completed rule on
     * @param limitsOnBoards whether its limits go to Prometheus: those of the pack whose points go there
     */
    public record Chart(Column column, int slot, boolean inPack, boolean limitsOnBoards) {
        public Measure measure() {
            return column.measure();
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

        /** The window of its points. */
        public Window window() {
            if (isStock()) {
                return Window.STANDING;
            }
            return isMonthly() ? MONTH : BLOCK;
        }

        /** Its slice as in the tables: empty for the total. */
        public String slice() {
            return SliceRows.text(column.dimensions(column.rowOfSlot(slot)));
        }

        /** Its theme, empty for the total. */
        public String theme() {
            return column.dimensions(column.rowOfSlot(slot)).getOrDefault("theme", "");
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
                Window window = column.basis().isMonthly() ? MONTH : BLOCK;
                addRows(column, Math.max(0, column.windows().indexOf(window)), charts);
            }
        }
        return new ChartPlan(List.copyOf(charts));
    }

    /** All charts, in the order of their slots. */
    public List<Chart> charts() {
        return charts;
    }

    private static void addRows(Column column, int window, List<Chart> charts) {
        Measure measure = column.measure();
        for (int row = 0; row < column.rows().size(); row++) {
            SliceFamily family = column.rows().family(row);
            boolean area =
                    family == SliceFamily.THEME_AND_LPA && column.variant().isEmpty();
            if (BY_THEME.contains(family) || area) {
                boolean inPack = measure.isInPack() && column.isDaily(row) && IN_PACK.contains(family);
                charts.add(new Chart(
                        column,
                        column.slot(window, row),
                        inPack,
                        inPack
                                && measure.isOnBoards(
                                        column.basis(), column.windows().get(window))));
            }
        }
    }
}
