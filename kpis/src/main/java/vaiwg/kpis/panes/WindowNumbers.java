package vaiwg.kpis.panes;

import java.util.HashMap;
import java.util.Map;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Window;

/**
 * The rolling histograms of one force as of one boundary, one for each slot of a percentile that ever had a case. At the boundary
 * that begins day D a window of W days covers the pane days D-W to D-1.
 */
final class WindowNumbers {
    private final Catalogue catalogue;
    private final int[] lengths;
    private final Map<Integer, Histogram> bySlot = new HashMap<>();

    WindowNumbers(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.lengths = catalogue.columns().stream()
                .filter(Column::isPercentile)
                .flatMap(column -> column.windows().stream())
                .mapToInt(Window::length)
                .distinct()
                .toArray();
    }

    /** The percentile at a slot; 0 where there is no case. */
    int percentile(int slot) {
        Histogram histogram = bySlot.get(slot);
        return histogram == null
                ? 0
                : histogram.percentile(catalogue.columnOfSlot(slot).measure().percent());
    }

    /** The number of cases at a slot. */
    int cases(int slot) {
        Histogram histogram = bySlot.get(slot);
        return histogram == null ? 0 : histogram.cases();
    }

    /** Adds a change of a pane day to every window that holds the day at the boundary {@code boundary}. */
    void add(Column column, int day, int[] rows, int count, int number, int times, int boundary) {
        for (int window = 0; window < column.windows().size(); window++) {
            int length = column.windows().get(window).length();
            if (day < boundary && day >= boundary - length) {
                for (int i = 0; i < count; i++) {
                    histogram(column.slot(window, rows[i])).add(number, times);
                }
            }
        }
    }

    /** Moves from the boundary before to {@code boundary}. */
    void advanceTo(int boundary, Map<Integer, DayPane> panes) {
        for (int length : lengths) {
            move(length, panes.get(boundary - 1), 1);
            move(length, panes.get(boundary - 1 - length), -1);
        }
    }

    private void move(int length, DayPane pane, int sign) {
        if (pane == null) {
            return;
        }
        pane.forEachNumber((cell, number, times) -> {
            Column column = catalogue.columnOfCell(cell);
            for (int window = 0; window < column.windows().size(); window++) {
                if (column.windows().get(window).length() == length) {
                    histogram(column.slot(window, cell - column.firstCell())).add(number, sign * times);
                }
            }
        });
    }

    private Histogram histogram(int slot) {
        return bySlot.computeIfAbsent(slot, s -> new Histogram());
    }
}
