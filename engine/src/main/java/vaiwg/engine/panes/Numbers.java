package vaiwg.engine.panes;

import java.util.Arrays;

/**
 * How often each number of a quantity occurs in each cell of one day: a hash table of counts by cell and number; of ages a number is the
 * day from which they count, which what leaves that day takes out. What came and went again leaves an entry of 0 that no visitor sees.
 */
final class Numbers {
    /** Receives a cell's number that occurs. */
    interface NumberConsumer {
        void accept(int cell, int number, int times);
    }

    private static final long EMPTY = -1;
    private static final int FIRST_CAPACITY = 16;

    private int used;
    private long[] keys = new long[FIRST_CAPACITY];
    private int[] times = new int[FIRST_CAPACITY];

    Numbers() {
        Arrays.fill(keys, EMPTY);
    }

    void add(int cell, int number, int more) {
        long key = (long) cell << Integer.SIZE | Integer.toUnsignedLong(number);
        int place = place(keys, key);
        if (keys[place] == EMPTY) {
            keys[place] = key;
            used++;
        }
        times[place] += more;
        if (used * 2 > keys.length) {
            grow();
        }
    }

    /** Visits what occurs, in no particular order. */
    void forEach(NumberConsumer consumer) {
        for (int place = 0; place < keys.length; place++) {
            if (times[place] != 0) {
                consumer.accept((int) (keys[place] >> Integer.SIZE), (int) keys[place], times[place]);
            }
        }
    }

    /** Visits what occurs, in the order of cells and numbers. */
    void forEachInOrder(NumberConsumer consumer) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        for (long key : sorted) {
            int occurs = key == EMPTY ? 0 : times[place(keys, key)];
            if (occurs != 0) {
                consumer.accept((int) (key >> Integer.SIZE), (int) key, occurs);
            }
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTimes = times;
        keys = new long[oldKeys.length * 2];
        times = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != EMPTY) {
                int place = place(keys, oldKeys[old]);
                keys[place] = oldKeys[old];
                times[place] = oldTimes[old];
            }
        }
    }

    private static int place(long[] keys, long key) {
        int mask = keys.length - 1;
        int place = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (keys[place] != EMPTY && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }
}
