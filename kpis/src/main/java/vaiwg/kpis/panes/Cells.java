package vaiwg.kpis.panes;

/** A numerator and a denominator for each cell of a force; blocks of the {@link Grid} in which all is zero take no room. */
class Cells {
    /** Receives a cell that is not zero of zero. */
    interface CellConsumer {
        void accept(int cell, int part, int whole);
    }

    private final Grid grid;
    private final int[][] blocks;

    Cells(Grid grid) {
        this.grid = grid;
        this.blocks = new int[grid.blocks()][];
    }

    int part(int cell) {
        return at(grid.place(cell), 0);
    }

    int whole(int cell) {
        return at(grid.place(cell), 1);
    }

    private int at(int place, int side) {
        int[] block = place == Grid.NO_PLACE ? null : blocks[place >>> Grid.BLOCK_SHIFT];
        return block == null ? 0 : block[(place & Grid.WITHIN_BLOCK) + side];
    }

    void add(int cell, int part, int whole) {
        int place = grid.place(cell);
        int[] block = block(place >>> Grid.BLOCK_SHIFT);
        block[place & Grid.WITHIN_BLOCK] += part;
        block[(place & Grid.WITHIN_BLOCK) + 1] += whole;
    }

    /** Adds what a posting changes. */
    final void add(Changes changes) {
        int times = changes.times;
        for (int touched = 0; touched < changes.touched; touched++) {
            int layout = changes.layouts[touched];
            int[] offsets = changes.offsets[layout];
            int size = changes.sizes[layout];
            TupleRows.Rows rows = changes.rows[layout];
            for (int row = 0; row < rows.count; row++) {
                int place = rows.places[row];
                int[] block = block(place >>> Grid.BLOCK_SHIFT);
                int begin = place & Grid.WITHIN_BLOCK;
                for (int i = 0; i < size; i++) {
                    block[begin + offsets[i]] += times;
                }
            }
        }
    }

    /**
     * Adds a stretch of every row of some others, or takes it out.
     *
     * @param from the first offset within a row
     * @param to the one after the last
     */
    final void add(Cells others, Grid.Layout layout, int from, int to, int sign) {
        for (int row = 0; row < layout.rows.size(); row++) {
            int place = layout.place(row);
            int[] theirs = others.blocks[place >>> Grid.BLOCK_SHIFT];
            if (theirs != null) {
                int[] mine = block(place >>> Grid.BLOCK_SHIFT);
                int begin = place & Grid.WITHIN_BLOCK;
                for (int i = begin + from; i < begin + to; i++) {
                    mine[i] += sign * theirs[i];
                }
            }
        }
    }

    /** Visits the cells that are not zero of zero, in their order. */
    final void forEachInOrder(CellConsumer consumer) {
        for (int cell = 0; cell < grid.cells(); cell++) {
            int part = part(cell);
            int whole = whole(cell);
            if ((part | whole) != 0) {
                consumer.accept(cell, part, whole);
            }
        }
    }

    private int[] block(int number) {
        if (blocks[number] == null) {
            blocks[number] = new int[grid.length(number)];
        }
        return blocks[number];
    }
}
