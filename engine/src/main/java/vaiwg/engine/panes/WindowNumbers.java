package vaiwg.engine.panes;

import java.util.Arrays;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.time.ByDay;

/**
 * The rolling histograms of one force as of one cut-off, one for each window of a cell of percentiles that ever had a case. At the
 * cut-off that begins day D a window of W days covers the pane days D-W to D-1. Of ages of what stands it covers all days before D: what
 * entered, less what left.
 */
final class WindowNumbers {
    /** Longer than any history: of what runs nothing leaves a window. */
    private static final int ALL_DAYS = Integer.MAX_VALUE;

    private final Catalogue catalogue;
    private final int[] lengths;
    /** By cell. */
    private final Rolling[] rolling;

    private int cutOff;

    /** The windows of one cell. */
    private static final class Rolling {
        final int[] lengths;
        final Histogram[] histograms;

        Rolling(Column column) {
            lengths = column.isOfAges()
                    ? new int[] {ALL_DAYS}
                    : column.windows().stream().mapToInt(Window::length).toArray();
            histograms = new Histogram[lengths.length];
            Arrays.setAll(histograms, window -> new Histogram());
        }

        void addToLonger(int than, int number, int times) {
            for (int window = 0; window < lengths.length; window++) {
                if (lengths[window] > than) {
                    histograms[window].add(number, times);
                }
            }
        }

        void addToWindowOf(int length, int number, int times) {
            for (int window = 0; window < lengths.length; window++) {
                if (lengths[window] == length) {
                    histograms[window].add(number, times);
                }
            }
        }
    }

    WindowNumbers(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.rolling = new Rolling[catalogue.cells()];
        this.lengths = catalogue.columns().stream()
                .filter(column -> column.isPercentile() && !column.isOfAges())
                .flatMap(column -> column.windows().stream())
                .mapToInt(Window::length)
                .distinct()
                .toArray();
    }

    /** The percentile of a window; 0 where there is no case. */
    int percentile(Column column, int window, int row) {
        Rolling ofCell = rolling[column.firstCell() + row];
        if (ofCell == null || ofCell.histograms[window].cases() == 0) {
            return 0;
        }
        Histogram histogram = ofCell.histograms[window];
        int percent = column.percent();
        return column.isOfAges() ? cutOff - histogram.percentileFromTheTop(percent) : histogram.percentile(percent);
    }

    int cases(Column column, int window, int row) {
        Rolling ofCell = rolling[column.firstCell() + row];
        return ofCell == null ? 0 : ofCell.histograms[window].cases();
    }

    /** Adds what changes a pane day to every window that holds the day at the cut-off. */
    void add(int cell, int day, int number, int times) {
        if (day < cutOff) {
            of(cell).addToLonger(cutOff - 1 - day, number, times);
        }
    }

    /** Moves from the cut-off before to one. */
    void advanceTo(int next, ByDay<DayPane> panes) {
        cutOff = next;
        DayPane entering = panes.get(next - 1);
        if (entering != null) {
            entering.numbers.forEach((cell, number, times) -> of(cell).addToLonger(0, number, times));
        }
        for (int length : lengths) {
            DayPane leaving = panes.get(next - 1 - length);
            if (leaving != null) {
                leaving.numbers.forEach((cell, number, times) -> of(cell).addToWindowOf(length, number, -times));
            }
        }
    }

    /** Begins at a cut-off, with what panes hold. */
    void beginAt(int at, ByDay<DayPane> panes) {
        cutOff = at;
        panes.forEach((day, pane) -> pane.numbers.forEach((cell, number, times) -> add(cell, day, number, times)));
    }

    private Rolling of(int cell) {
        if (rolling[cell] == null) {
            rolling[cell] = new Rolling(catalogue.columnOfCell(cell));
        }
        return rolling[cell];
    }
}
