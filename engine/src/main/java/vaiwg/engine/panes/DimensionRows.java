package vaiwg.engine.panes;

/** The rows to which dimension keys belong. What was found is remembered for a while: the delta entries of a case, and of cases alike, have one dimension key. */
final class DimensionRows {
    private static final int REMEMBERED = 128;

    private final Grid.Layout[] layouts;
    private final Rows[][] remembered = new Rows[REMEMBERED][];
    private final long[] dimensionKeys = new long[REMEMBERED];
    private final int[] found;

    /** The rows of one dimension key in one layout, and the places of their first cells; the first {@link #count} are meant. */
    static final class Rows {
        private static final int NOT_FOUND = -1;

        int count = NOT_FOUND;
        int[] rows = {};
        int[] places = {};
    }

    DimensionRows(Grid grid) {
        this.layouts = grid.layouts();
        int most = 0;
        for (Grid.Layout layout : layouts) {
            most = Math.max(most, layout.rows.size());
        }
        this.found = new int[most];
    }

    /** The rows of a dimension key by layout, until the next call; each to be asked for with {@link #in}. */
    Rows[] of(long dimensionKey) {
        int at = (int) (dimensionKey * 0x9E3779B97F4A7C15L >>> Long.SIZE - 7);
        Rows[] rows = remembered[at];
        if (rows == null) {
            rows = new Rows[layouts.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new Rows();
            }
            remembered[at] = rows;
        } else if (dimensionKeys[at] != dimensionKey) {
            for (Rows ofLayout : rows) {
                ofLayout.count = Rows.NOT_FOUND;
            }
        }
        dimensionKeys[at] = dimensionKey;
        return rows;
    }

    /** The rows of a dimension key in one layout. */
    Rows in(int layout, Rows[] ofDimensionKey, long dimensionKey) {
        Rows rows = ofDimensionKey[layout];
        if (rows.count == Rows.NOT_FOUND) {
            find(layouts[layout], rows, dimensionKey);
        }
        return rows;
    }

    private void find(Grid.Layout layout, Rows rows, long dimensionKey) {
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
