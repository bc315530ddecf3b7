package vaiwg.engine.panes;

/**
 * The rows to which dimension keys belong. What was found is remembered for a while, by layout: most layouts do not look at the victim, so
 * most cases of a policing area are alike to them.
 */
final class DimensionRows {
    private static final int REMEMBERED_BITS = 7;

    private final Grid.Layout[] layouts;
    private final Rows[][] remembered;
    private final int[] found;

    /** The rows of one dimension key in one layout, and the places of their first cells; the first {@link #count} are meant. */
    static final class Rows {
        private long dimensionKey;
        int count;
        int[] rows = {};
        int[] places = {};
    }

    DimensionRows(Grid grid) {
        this.layouts = grid.layouts();
        this.remembered = new Rows[layouts.length][1 << REMEMBERED_BITS];
        int most = 0;
        for (Grid.Layout layout : layouts) {
            most = Math.max(most, layout.rows.size());
        }
        this.found = new int[most];
    }

    /** The rows of a dimension key in one layout, until the next call for that layout. */
    Rows of(int layout, long dimensionKey) {
        long needed = layouts[layout].rows.needed(dimensionKey);
        int at = (int) (needed * 0x9E3779B97F4A7C15L >>> Long.SIZE - REMEMBERED_BITS);
        Rows rows = remembered[layout][at];
        if (rows == null) {
            rows = new Rows();
            remembered[layout][at] = rows;
            find(layouts[layout], rows, needed);
        } else if (rows.dimensionKey != needed) {
            find(layouts[layout], rows, needed);
        }
        return rows;
    }

    private void find(Grid.Layout layout, Rows rows, long dimensionKey) {
        rows.dimensionKey = dimensionKey;
        rows.count = layout.rows.of(dimensionKey, found);
        if (rows.rows.length < rows.count) {
            rows.rows = new int[rows.count];
            rows.places = new int[rows.count];
        }
        for (int i = 0; i < rows.count; i++) {
            rows.rows[i] = found[i];
            rows.places[i] = layout.place(found[i]);
        }
    }
}
