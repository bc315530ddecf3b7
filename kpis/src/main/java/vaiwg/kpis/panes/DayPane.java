package vaiwg.kpis.panes;

import java.util.Arrays;

/**
 * The cells of one day of one force: a numerator and a denominator each, or the numbers of which a percentile is taken. Few cells are kept in a hash table, many in plain arrays:
 * a large force fills most cells on most days, a small one next to none.
 */
final class DayPane {
    /** Receives a cell that is not zero of zero. */
    interface CellConsumer {
        void accept(int cell, int part, int whole);
    }

    private static final int EMPTY = -1;
    private static final int FIRST_CAPACITY = 64;
    /** A hash entry takes three ints of half-filled tables, a plain cell two. */
    private static final int DENSE_FROM_SHARE = 3;

    private final int cells;
    private int used;
    private int[] keys;
    private int[] parts;
    private int[] wholes;
    private Numbers numbers;

    DayPane(int cells) {
        this.cells = cells;
        this.keys = new int[FIRST_CAPACITY];
        Arrays.fill(keys, EMPTY);
        this.parts = new int[FIRST_CAPACITY];
        this.wholes = new int[FIRST_CAPACITY];
    }

    /** Adds a number of a quantity to a cell of percentiles, or takes it out. */
    void addNumber(int cell, int number, int times) {
        if (numbers == null) {
            numbers = new Numbers();
        }
        numbers.add(cell, number, times);
    }

    /** Visits the numbers of cells of percentiles, in no particular order. */
    void forEachNumber(Numbers.NumberConsumer consumer) {
        if (numbers != null) {
            numbers.forEach(consumer);
        }
    }

    /** Likewise, in the order of cells and numbers. */
    void forEachNumberInOrder(Numbers.NumberConsumer consumer) {
        if (numbers != null) {
            numbers.forEachInOrder(consumer);
        }
    }

    void add(int cell, int part, int whole) {
        if (keys == null) {
            parts[cell] += part;
            wholes[cell] += whole;
            return;
        }
        int place = place(keys, cell);
        if (keys[place] == EMPTY) {
            keys[place] = cell;
            used++;
        }
        parts[place] += part;
        wholes[place] += whole;
        if (used * 2 > keys.length) {
            grow();
        }
    }

    int part(int cell) {
        return keys == null ? parts[cell] : valueAt(parts, cell);
    }

    int whole(int cell) {
        return keys == null ? wholes[cell] : valueAt(wholes, cell);
    }

    /** Visits the cells of a range that are not zero of zero, in no particular order. */
    void forEach(int fromCell, int toCell, CellConsumer consumer) {
        if (keys == null) {
            for (int cell = fromCell; cell < toCell; cell++) {
                if ((parts[cell] | wholes[cell]) != 0) {
                    consumer.accept(cell, parts[cell], wholes[cell]);
                }
            }
            return;
        }
        for (int place = 0; place < keys.length; place++) {
            int cell = keys[place];
            if (cell >= fromCell && cell < toCell && (parts[place] | wholes[place]) != 0) {
                consumer.accept(cell, parts[place], wholes[place]);
            }
        }
    }

    /** The cells that are not zero of zero, in order. */
    int[] cells() {
        int[] found = new int[keys == null ? cells : used];
        int[] count = {0};
        forEach(0, cells, (cell, part, whole) -> found[count[0]++] = cell);
        int[] sorted = Arrays.copyOf(found, count[0]);
        Arrays.sort(sorted);
        return sorted;
    }

    private int valueAt(int[] values, int cell) {
        int place = place(keys, cell);
        return keys[place] == EMPTY ? 0 : values[place];
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldParts = parts;
        int[] oldWholes = wholes;
        if (used * DENSE_FROM_SHARE > cells) {
            keys = null;
            parts = new int[cells];
            wholes = new int[cells];
        } else {
            keys = new int[oldKeys.length * 2];
            Arrays.fill(keys, EMPTY);
            parts = new int[keys.length];
            wholes = new int[keys.length];
        }
        for (int old = 0; old < oldKeys.length; old++) {
            int cell = oldKeys[old];
            if (cell == EMPTY) {
                continue;
            }
            int place = cell;
            if (keys != null) {
                place = place(keys, cell);
                keys[place] = cell;
            }
            parts[place] = oldParts[old];
            wholes[place] = oldWholes[old];
        }
    }

    private static int place(int[] keys, int cell) {
        int mask = keys.length - 1;
        int place = cell * 0x9E3779B9 >>> 7 & mask;
        while (keys[place] != EMPTY && keys[place] != cell) {
            place = place + 1 & mask;
        }
        return place;
    }
}
