package vaiwg.engine.panes;

import java.util.Arrays;

/** The values of a snapshot that are kept: slot, numerator, denominator, in the order of slots, without those that are zero of zero. */
public final class SnapshotRows {
    public int count;
    public int[] slots = new int[1024];
    public int[] parts = new int[1024];
    public int[] wholes = new int[1024];

    void add(int slot, int part, int whole) {
        if ((part | whole) == 0) {
            return;
        }
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
            parts = Arrays.copyOf(parts, count * 2);
            wholes = Arrays.copyOf(wholes, count * 2);
        }
        slots[count] = slot;
        parts[count] = part;
        wholes[count] = whole;
        count++;
    }
}
