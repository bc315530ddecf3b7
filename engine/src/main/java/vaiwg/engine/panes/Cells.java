package vaiwg.engine.panes;

/**
 * A numerator and a denominator for each cell of a force; blocks of the {@link Grid} in which nothing ever was take no room. Both are
 * one {@link #value}, so that one addition changes both.
 */
class Cells {
    /** Receives a cell that is not zero of zero. */
    interface CellConsumer {
        void accept(int cell, int numerator, int denominator);
    }

    private final Grid grid;
    private final long[][] blocks;

    Cells(Grid grid) {
        this.grid = grid;
        this.blocks = new long[grid.blocks()][];
    }

    /** A numerator and a denominator as one number; sums of these are those of sums. */
    static long value(int numerator, int denominator) {
        return ((long) numerator << Integer.SIZE) + denominator;
    }

    static int denominator(long value) {
        return (int) value;
    }

    static int numerator(long value) {
        return (int) (value - denominator(value) >> Integer.SIZE);
    }

    int numerator(int cell) {
        return numerator(at(cell));
    }

    int denominator(int cell) {
        return denominator(at(cell));
    }

    /** Both numbers of a cell. */
    long at(int cell) {
        int place = grid.place(cell);
        long[] block = place == Grid.NO_PLACE ? null : blocks[place >>> Grid.BLOCK_SHIFT];
        return block == null ? 0 : block[place & Grid.WITHIN_BLOCK];
    }

    void add(int cell, int numerator, int denominator) {
        int place = grid.place(cell);
        block(place >>> Grid.BLOCK_SHIFT)[place & Grid.WITHIN_BLOCK] += value(numerator, denominator);
    }

    /** Adds what a delta entry changes. */
    final void add(Changes changes) {
        for (int touched = 0; touched < changes.touched; touched++) {
            int layout = changes.layouts[touched];
            int[] offsets = changes.offsets[layout];
            long[] values = changes.values[layout];
            int size = changes.sizes[layout];
            DimensionRows.Rows rows = changes.rows[layout];
            for (int row = 0; row < rows.count; row++) {
                int place = rows.places[row];
                long[] block = block(place >>> Grid.BLOCK_SHIFT);
                int begin = place & Grid.WITHIN_BLOCK;
                for (int i = 0; i < size; i++) {
                    block[begin + offsets[i]] += values[i];
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
            long[] theirs = others.blocks[place >>> Grid.BLOCK_SHIFT];
            if (theirs != null) {
                long[] mine = block(place >>> Grid.BLOCK_SHIFT);
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
            long value = at(cell);
            if (value != 0) {
                consumer.accept(cell, numerator(value), denominator(value));
            }
        }
    }

    private long[] block(int number) {
        if (blocks[number] == null) {
            blocks[number] = new long[grid.length(number)];
        }
        return blocks[number];
    }
}
