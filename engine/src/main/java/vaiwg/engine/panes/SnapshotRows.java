package vaiwg.engine.panes;

import java.util.Arrays;

/** The values of a snapshot that are kept: slot, numerator, denominator, in the order of slots, without those that are zero of zero. */
public final class SnapshotRows {
    public int count;
    public int[] slots = new int[1024];
    public int[] numerators = new int[1024];
    public int[] denominators = new int[1024];

    /** @param value a {@link Cells#value} */
    void add(int slot, long value) {
        if (value == 0) {
            return;
        }
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
            numerators = Arrays.copyOf(numerators, count * 2);
            denominators = Arrays.copyOf(denominators, count * 2);
        }
        slots[count] = slot;
        numerators[count] = Cells.numerator(value);
        denominators[count] = Cells.denominator(value);
        count++;
    }
}
