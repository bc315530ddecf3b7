package vaiwg.kpis.panes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Window;

/**
 * The rolling sums of one force as of one boundary. At the boundary that begins day D a window of W days with lag k covers the pane
 * days D-W-k to D-k-1; a stock covers all days before D, and so does who is present, who enters and leaves like a stock.
 *
 * <p>The days of a window are summed in rings: with windows of 28, 90 and 365 days the newest 28, the 62 before, the 275 before these.
 * A change of a day changes one ring, a boundary moves one day from ring to ring, and a window is the sum of its rings when it is read;
 * so no cost grows with the length of windows.
 */
final class WindowSums {
    private static final int NO_RING = -1;

    /** Columns side by side in a layout that have one lag, and all run or all roll. */
    private record Stretch(Grid.Layout layout, int from, int to, int lag, boolean isRunning) {}

    private final int[] lengths;
    private final Cells[] rings;
    private final List<Stretch> stretches = new ArrayList<>();
    /** By layout and offset within a row: the lag, or {@link #NO_RING} where the column has no window of days. */
    private final int[][] lags;

    private final boolean[][] isRunning;
    /** By ring: what is to be added to it. */
    private final Changes[] changes;

    private int boundary;

    WindowSums(Catalogue catalogue, Grid grid) {
        this.lengths = catalogue.columns().stream()
                .filter(column -> isInRings(column) && !column.isRunning() && !column.isPercentile())
                .flatMap(column -> column.windows().stream())
                .mapToInt(Window::length)
                .distinct()
                .sorted()
                .toArray();
        this.rings = new Cells[lengths.length];
        this.changes = new Changes[lengths.length];
        Arrays.setAll(rings, ring -> new Cells(grid));
        Arrays.setAll(changes, ring -> new Changes(grid));
        Grid.Layout[] layouts = grid.layouts();
        this.lags = new int[layouts.length][];
        this.isRunning = new boolean[layouts.length][];
        for (int i = 0; i < layouts.length; i++) {
            describe(layouts[i], i);
        }
    }

    private void describe(Grid.Layout layout, int index) {
        lags[index] = new int[layout.width()];
        isRunning[index] = new boolean[layout.width()];
        for (int offset = 0; offset < layout.width(); offset++) {
            Column column = layout.columns.get(offset / 2);
            lags[index][offset] = isInRings(column) ? column.lag() : NO_RING;
            isRunning[index][offset] = column.isRunning();
        }
        int from = 0;
        for (int to = 1; to <= layout.width(); to++) {
            if (to == layout.width()
                    || lags[index][to] != lags[index][from]
                    || isRunning[index][to] != isRunning[index][from]) {
                if (lags[index][from] != NO_RING) {
                    stretches.add(new Stretch(layout, from, to, lags[index][from], isRunning[index][from]));
                }
                from = to;
            }
        }
    }

    /** Months are summed when they are read, and what is only standardised has no window. */
    private static boolean isInRings(Column column) {
        return !column.basis().isMonthly() && !column.windows().isEmpty();
    }

    int part(Column column, int window, int row) {
        int sum = 0;
        for (int ring = lastRing(column, window); ring >= 0; ring--) {
            sum += rings[ring].part(column.firstCell() + row);
        }
        return sum;
    }

    int whole(Column column, int window, int row) {
        int sum = 0;
        for (int ring = lastRing(column, window); ring >= 0; ring--) {
            sum += rings[ring].whole(column.firstCell() + row);
        }
        return sum;
    }

    private int lastRing(Column column, int window) {
        return column.isRunning()
                ? 0
                : Arrays.binarySearch(lengths, column.windows().get(window).length());
    }

    /** Adds what changes a pane day, to the rings that hold it at the boundary. */
    void add(Changes ofDay, int day) {
        int age = boundary - 1 - day;
        if (age < 0) {
            return;
        }
        for (Changes ofRing : changes) {
            ofRing.clear(ofDay.times);
        }
        for (int touched = 0; touched < ofDay.touched; touched++) {
            int layout = ofDay.layouts[touched];
            for (int i = 0; i < ofDay.sizes[layout]; i++) {
                int offset = ofDay.offsets[layout][i];
                int ring = ring(layout, offset, age);
                if (ring != NO_RING) {
                    changes[ring].add(layout, offset, ofDay.rows[layout]);
                }
            }
        }
        for (int ring = 0; ring < rings.length; ring++) {
            rings[ring].add(changes[ring]);
        }
    }

    private int ring(int layout, int offset, int age) {
        int lag = lags[layout][offset];
        if (lag == NO_RING || age < lag) {
            return NO_RING;
        }
        if (isRunning[layout][offset]) {
            return 0;
        }
        int ring = 0;
        while (age - lag >= lengths[ring]) {
            if (++ring == lengths.length) {
                return NO_RING;
            }
        }
        return ring;
    }

    /** Moves from the boundary before to one. */
    void advanceTo(int next, DayPanes panes) {
        boundary = next;
        for (Stretch stretch : stretches) {
            int entering = next - stretch.lag - 1;
            add(panes.get(entering), stretch, 0, 1);
            for (int ring = 0; ring < rings.length && !stretch.isRunning; ring++) {
                DayPane leaving = panes.get(entering - lengths[ring]);
                add(leaving, stretch, ring, -1);
                if (ring + 1 < rings.length) {
                    add(leaving, stretch, ring + 1, 1);
                }
            }
        }
    }

    /** Begins at a boundary, with what panes hold. */
    void beginAt(int at, DayPanes panes) {
        boundary = at;
        panes.forEach((day, pane) -> {
            for (Stretch stretch : stretches) {
                int age = at - 1 - day;
                int ring = ring(stretch.layout.rows.index(), stretch.from, age);
                if (ring != NO_RING) {
                    add(pane, stretch, ring, 1);
                }
            }
        });
    }

    private void add(DayPane pane, Stretch stretch, int ring, int sign) {
        if (pane != null) {
            rings[ring].add(pane, stretch.layout, stretch.from, stretch.to, sign);
        }
    }
}
