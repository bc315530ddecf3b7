package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.time.ByDay;

/**
 * The rolling sums of one force as of one cut-off. At the cut-off that begins day D a window of W days with lag k covers the pane
 * days D-W-k to D-k-1; a stock covers all days before D, and so does who is present, who enters and leaves like a stock.
 *
 * <p>The days of a window are summed in rings: with windows of 28, 90 and 365 days the newest 28, the 62 before, the 275 before these.
 * A change of a day changes one ring, a cut-off moves one day from ring to ring, and a window is the sum of its rings when it is read;
 * so no cost grows with the length of windows.
 */
final class WindowSums {
    private static final int NO_RING = -1;

    /** Columns whose windows hold the same days: by their lag, and whether they run or roll; of some no ring holds any. */
    private record Kind(int lag, boolean isRunning, boolean isInRings) {
        /** Whole months are summed when they are read, and what is only standardised has no window. */
        static Kind of(Column column) {
            boolean inRings = column.windows().stream().anyMatch(window -> !window.isCalendar());
            return new Kind(column.lag(), column.isRunning(), inRings);
        }
    }

    /** Columns of one kind side by side in a layout. */
    private record Stretch(Grid.Layout layout, int from, int to, Kind kind) {}

    private final int[] lengths;
    private final Cells[] rings;
    private final List<Stretch> stretches = new ArrayList<>();
    /** By layout and offset within a row the index of the column's {@link Kind}. */
    private final int[][] kinds;

    private final List<Kind> allKinds = new ArrayList<>();
    /** By kind: the ring of the day at hand, or {@link #NO_RING}. */
    private final int[] ringOf;
    /** By ring: what is to be added to it. */
    private final Changes[] changes;

    private int cutOff;
    /** The day whose rings {@link #ringOf} tells; none before this cut-off's first. */
    private int dayAtHand;

    WindowSums(Catalogue catalogue, Grid grid) {
        this.lengths = catalogue.columns().stream()
                .filter(column -> Kind.of(column).isInRings && !column.isRunning() && !column.isPercentile())
                .flatMap(column -> column.windows().stream().filter(window -> !window.isCalendar()))
                .mapToInt(Window::length)
                .distinct()
                .sorted()
                .toArray();
        // Where nothing rolls, stocks run in a ring of their own.
        this.rings = new Cells[Math.max(1, lengths.length)];
        this.changes = new Changes[rings.length];
        Arrays.setAll(rings, ring -> new Cells(grid));
        Arrays.setAll(changes, ring -> new Changes(grid));
        Grid.Layout[] layouts = grid.layouts();
        this.kinds = new int[layouts.length][];
        for (int i = 0; i < layouts.length; i++) {
            kinds[i] = describe(layouts[i]);
        }
        this.ringOf = new int[allKinds.size()];
    }

    private int[] describe(Grid.Layout layout) {
        int[] ofOffset = new int[layout.width()];
        for (int offset = 0; offset < layout.width(); offset++) {
            Kind kind = Kind.of(layout.columns.get(offset));
            if (!allKinds.contains(kind)) {
                allKinds.add(kind);
            }
            ofOffset[offset] = allKinds.indexOf(kind);
        }
        int from = 0;
        for (int to = 1; to <= layout.width(); to++) {
            if (to == layout.width() || ofOffset[to] != ofOffset[from]) {
                Kind kind = allKinds.get(ofOffset[from]);
                if (kind.isInRings) {
                    stretches.add(new Stretch(layout, from, to, kind));
                }
                from = to;
            }
        }
        return ofOffset;
    }

    /** The numerator and the denominator of a window, as one {@link Cells#value}. */
    long value(Column column, int window, int row) {
        long sum = 0;
        for (int ring = lastRing(column, window); ring >= 0; ring--) {
            sum += rings[ring].at(column.firstCell() + row);
        }
        return sum;
    }

    private int lastRing(Column column, int window) {
        return column.isRunning()
                ? 0
                : Arrays.binarySearch(lengths, column.windows().get(window).length());
    }

    /** Adds what changes a pane day, to the rings that hold it at the cut-off. */
    void add(Changes ofDay, int day) {
        if (day >= cutOff) {
            return;
        }
        if (day != dayAtHand) {
            dayAtHand = day;
            for (int kind = 0; kind < ringOf.length; kind++) {
                ringOf[kind] = ring(allKinds.get(kind), cutOff - 1 - day);
            }
        }
        for (Changes ofRing : changes) {
            ofRing.clear();
            ofRing.rows = ofDay.rows;
        }
        for (int touched = 0; touched < ofDay.touched; touched++) {
            int layout = ofDay.layouts[touched];
            for (int i = 0; i < ofDay.sizes[layout]; i++) {
                int offset = ofDay.offsets[layout][i];
                int ring = ringOf[kinds[layout][offset]];
                if (ring != NO_RING) {
                    changes[ring].add(layout, offset, ofDay.values[layout][i]);
                }
            }
        }
        for (int ring = 0; ring < rings.length; ring++) {
            rings[ring].add(changes[ring]);
        }
    }

    private void stand(int at) {
        cutOff = at;
        dayAtHand = at;
    }

    private int ring(Kind kind, int age) {
        if (!kind.isInRings || age < kind.lag) {
            return NO_RING;
        }
        if (kind.isRunning) {
            return 0;
        }
        int ring = 0;
        while (ring < lengths.length && age - kind.lag >= lengths[ring]) {
            ring++;
        }
        return ring == lengths.length ? NO_RING : ring;
    }

    /**
     * Moves from the cut-off before to one.
     *
     * @param panes gives a day's, or null
     */
    void advanceTo(int next, IntFunction<DayPane> panes) {
        stand(next);
        for (Stretch stretch : stretches) {
            int entering = next - stretch.kind.lag - 1;
            add(panes.apply(entering), stretch, 0, 1);
            for (int ring = 0; ring < rings.length && !stretch.kind.isRunning; ring++) {
                DayPane leaving = panes.apply(entering - lengths[ring]);
                add(leaving, stretch, ring, -1);
                if (ring + 1 < rings.length) {
                    add(leaving, stretch, ring + 1, 1);
                }
            }
        }
    }

    /** Begins at a cut-off, with what panes hold. */
    void beginAt(int at, ByDay<DayPane> panes) {
        stand(at);
        panes.forEach((day, pane) -> {
            for (Stretch stretch : stretches) {
                int ring = ring(stretch.kind, at - 1 - day);
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
