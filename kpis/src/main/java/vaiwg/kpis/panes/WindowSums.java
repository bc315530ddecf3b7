package vaiwg.kpis.panes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Window;

/**
 * The rolling sums of one force as of one boundary: a numerator and a denominator for each slot. At the boundary that begins day
 * D a window of W days with lag k covers the pane days D-W-k to D-k-1; a stock covers all days before D, and so does who is present,
 * who enters and leaves like a stock. Moving to the next boundary adds one day and takes one away, however long the window.
 */
final class WindowSums {
    /** Columns of one lag that are read over a window of one length; their cells are a range, some of which may have no slot. */
    private record Reading(int lag, int length, int fromCell, int toCell, int[] slots) {}

    private static final int NO_SLOT = -1;
    /** The length of a running sum: nothing ever leaves its window. */
    private static final int RUNNING = Integer.MAX_VALUE;

    private final List<Reading> readings;
    final int[] parts;
    final int[] wholes;

    WindowSums(Catalogue catalogue) {
        this.readings = readings(catalogue);
        this.parts = new int[catalogue.slots()];
        this.wholes = new int[catalogue.slots()];
    }

    /** Adds a change of a pane day to every sum whose window holds the day at the boundary {@code boundary}. */
    void add(Column column, int day, int[] rows, int count, int part, int whole, int boundary) {
        if (column.basis().isMonthly()) {
            return;
        }
        for (int window = 0; window < column.windows().size(); window++) {
            int last = boundary - column.lag() - 1;
            int length = column.windows().get(window).length();
            if (day > last || (!column.isRunning() && day <= last - length)) {
                continue;
            }
            int base = column.slot(window, 0);
            for (int i = 0; i < count; i++) {
                parts[base + rows[i]] += part;
                wholes[base + rows[i]] += whole;
            }
        }
    }

    /** Moves from the boundary before to {@code boundary}. */
    void advanceTo(int boundary, Map<Integer, DayPane> panes) {
        for (Reading reading : readings) {
            int entering = boundary - reading.lag - 1;
            move(reading, panes.get(entering), 1);
            if (reading.length != RUNNING) {
                move(reading, panes.get(entering - reading.length), -1);
            }
        }
    }

    private void move(Reading reading, DayPane pane, int sign) {
        if (pane == null) {
            return;
        }
        pane.forEach(reading.fromCell, reading.toCell, (cell, part, whole) -> {
            int slot = reading.slots[cell - reading.fromCell];
            if (slot != NO_SLOT) {
                parts[slot] += sign * part;
                wholes[slot] += sign * whole;
            }
        });
    }

    private static List<Reading> readings(Catalogue catalogue) {
        Map<List<Integer>, List<Column>> groups = new LinkedHashMap<>();
        for (Column column : catalogue.columns()) {
            if (!column.basis().isMonthly() && !column.isPercentile()) {
                column.windows()
                        .forEach(window -> groups.computeIfAbsent(
                                        List.of(column.lag(), length(column, window)), key -> new ArrayList<>())
                                .add(column));
            }
        }
        List<Reading> readings = new ArrayList<>();
        groups.forEach((key, columns) -> readings.add(reading(key.get(0), key.get(1), columns)));
        return readings;
    }

    private static int length(Column column, Window window) {
        return column.isRunning() ? RUNNING : window.length();
    }

    private static Reading reading(int lag, int length, List<Column> columns) {
        int from = columns.get(0).firstCell();
        Column last = columns.get(columns.size() - 1);
        int to = last.firstCell() + last.rows().size();
        int[] slots = new int[to - from];
        java.util.Arrays.fill(slots, NO_SLOT);
        for (Column column : columns) {
            int window = 0;
            while (length(column, column.windows().get(window)) != length) {
                window++;
            }
            for (int row = 0; row < column.rows().size(); row++) {
                slots[column.firstCell() + row - from] = column.slot(window, row);
            }
        }
        return new Reading(lag, length, from, to, slots);
    }
}
