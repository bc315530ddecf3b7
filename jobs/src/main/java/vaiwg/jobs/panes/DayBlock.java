package vaiwg.jobs.panes;

/** A month of one cell as known now: numerators and denominators by day of the month. */
public final class DayBlock {
    public String force;
    public int cell;
    /** The first day of the month, as a day number. */
    public int month;
    /** As many values as the month has days. */
    public int[] numerators;

    public int[] denominators;

    /** Whether nothing is known in it. */
    public boolean isEmpty() {
        return isZero(numerators) && (denominators == null || isZero(denominators));
    }

    private static boolean isZero(int[] values) {
        for (int value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
