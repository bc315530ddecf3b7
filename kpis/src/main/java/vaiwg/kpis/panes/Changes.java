package vaiwg.kpis.panes;

/**
 * What a posting changes on one day: of some layouts offsets within a row, and the rows that change so. One object serves one posting
 * after another.
 */
final class Changes {
    /** Of the layouts that change, {@link #touched} of them, the indexes. */
    final int[] layouts;
    /** By layout: offsets within a row, the first {@link #sizes} of them. */
    final int[][] offsets;

    final int[] sizes;
    /** By layout. */
    final TupleRows.Rows[] rows;
    /** What is added at each: 1, or -1. */
    int times;

    int touched;

    Changes(Grid grid) {
        int count = grid.layouts().length;
        layouts = new int[count];
        sizes = new int[count];
        rows = new TupleRows.Rows[count];
        offsets = new int[count][];
        for (int i = 0; i < count; i++) {
            offsets[i] = new int[grid.layouts()[i].width()];
        }
    }

    void clear(int newTimes) {
        for (int i = 0; i < touched; i++) {
            sizes[layouts[i]] = 0;
        }
        touched = 0;
        times = newTimes;
    }

    void add(int layout, int offset, TupleRows.Rows ofLayout) {
        if (sizes[layout] == 0) {
            layouts[touched++] = layout;
            rows[layout] = ofLayout;
        }
        offsets[layout][sizes[layout]++] = offset;
    }
}
