package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.SliceRows;

/**
 * Where cells lie in {@link Cells}: layout by layout, in a layout row by row, and in a row its columns side by side. So all that one
 * case changes of a row is one stretch. Rows are kept in blocks, of which a small force needs few on
 * a day. Cells of percentiles have no place, since they hold numbers and no counts.
 *
 * <p>A place is the number of a block, shifted by {@link #BLOCK_SHIFT}, and that of the cell within it.
 */
final class Grid {
    static final int BLOCK_SHIFT = 16;
    static final int WITHIN_BLOCK = (1 << BLOCK_SHIFT) - 1;
    static final int NO_PLACE = -1;
    /** The length of a block of whole rows, unless one row alone is longer. */
    private static final int BLOCK = 128;

    private final Layout[] layouts;
    private final int[] places;
    private final int[] lengths;

    /** The columns that are cut alike, without percentiles, in the order of the catalogue; and where their rows lie. */
    static final class Layout {
        final SliceRows rows;
        final List<Column> columns = new ArrayList<>();
        private int firstBlock;

        Layout(SliceRows rows) {
            this.rows = rows;
        }

        /** How many cells a row has. */
        int width() {
            return columns.size();
        }

        /** The place of a row's first cell. */
        int place(int row) {
            return firstBlock + row / rowsABlock() << BLOCK_SHIFT | row % rowsABlock() * width();
        }

        private int rowsABlock() {
            return Math.max(1, BLOCK / Math.max(1, width()));
        }

        private int blocks() {
            return columns.isEmpty() ? 0 : (rows.size() + rowsABlock() - 1) / rowsABlock();
        }
    }

    Grid(Catalogue catalogue) {
        int count = 1
                + catalogue.columns().stream()
                        .mapToInt(column -> column.rows().index())
                        .max()
                        .orElse(-1);
        this.layouts = new Layout[count];
        for (Column column : catalogue.columns()) {
            int index = column.rows().index();
            if (layouts[index] == null) {
                layouts[index] = new Layout(column.rows());
            }
            if (!column.isPercentile()) {
                layouts[index].columns.add(column);
            }
        }
        int blocks = 0;
        for (Layout layout : layouts) {
            layout.firstBlock = blocks;
            blocks += layout.blocks();
        }
        this.lengths = new int[blocks];
        this.places = new int[catalogue.cells()];
        Arrays.fill(places, NO_PLACE);
        for (Layout layout : layouts) {
            place(layout);
        }
    }

    private void place(Layout layout) {
        for (int row = 0; row < layout.rows.size(); row++) {
            for (int position = 0; position < layout.columns.size(); position++) {
                int place = layout.place(row) + position;
                places[layout.columns.get(position).firstCell() + row] = place;
                lengths[place >>> BLOCK_SHIFT] = (place & WITHIN_BLOCK) + 1;
            }
        }
    }

    Layout[] layouts() {
        return layouts;
    }

    /** The place of a cell, or {@link #NO_PLACE}. */
    int place(int cell) {
        return places[cell];
    }

    /** How far from the beginning of a row a column lies. */
    int offset(Column column) {
        return places[column.firstCell()] - layouts[column.rows().index()].place(0);
    }

    int cells() {
        return places.length;
    }

    int blocks() {
        return lengths.length;
    }

    /** How many cells a block has. */
    int length(int block) {
        return lengths[block];
    }
}
