package vaiwg.engine.panes;

/**
 * What a delta entry changes on one day: of some layouts offsets within a row, and the rows that change so. One object serves one delta entry
 * after another.
 */
final class Changes {
    /** Of the layouts that change, {@link #touched} of them, the indexes. */
    final int[] layouts;
    /** By layout: offsets within a row, the first {@link #sizes} of them. */
    final int[][] offsets;

    /** By layout: what is added to a cell at each offset; see {@link Cells#value}. */
    final long[][] values;

    final int[] sizes;
    /** By layout. */
    DimensionRows.Rows[] rows;

    int touched;

    Changes(Grid grid) {
        int count = grid.layouts().length;
        layouts = new int[count];
        sizes = new int[count];
        rows = new DimensionRows.Rows[count];
        offsets = new int[count][];
        values = new long[count][];
        for (int i = 0; i < count; i++) {
            offsets[i] = new int[grid.layouts()[i].width()];
            values[i] = new long[grid.layouts()[i].width()];
        }
    }

    void clear() {
        for (int i = 0; i < touched; i++) {
            sizes[layouts[i]] = 0;
        }
        touched = 0;
    }

    /** Adds an offset; the rows of a layout are set by the caller. */
    void add(int layout, int offset, long value) {
        if (sizes[layout] == 0) {
            layouts[touched++] = layout;
        }
        offsets[layout][sizes[layout]] = offset;
        values[layout][sizes[layout]++] = value;
    }
}
