package vaiwg.kpis.catalogue;

/** The values of a force by slot, as of its last cut-off and what was let count since. */
public interface SlotValues {
    /** The numerator at a slot, or its percentile; of months those that were over at the cut-off. */
    int numerator(int slot);

    /** The denominator at a slot, or the number of a percentile's cases, likewise. */
    int denominator(int slot);

    /** The numerator of one day of a slot's window, of what is counted by days. */
    int numeratorOn(int slot, int day);

    /** The denominator of one day, likewise. */
    int denominatorOn(int slot, int day);

    /**
     * The figure of some days at a slot's measure, basis and row, whatever its window; of what is counted by days.
     *
     * @param days how many from {@code firstDay} on
     */
    Figure ofDays(int slot, int firstDay, int days);

    /**
     * The day from which the force has sent all that a measure is told by: blocks that begin before it are none. {@link Integer#MAX_VALUE} where
     * it has not.
     */
    default int toldFrom(Column column) {
        return Integer.MIN_VALUE;
    }

    /**
     * A figure.
     *
     * @param numerator the numerator, or the percentile
     * @param denominator the denominator, or the number of a percentile's cases
     */
    record Figure(int numerator, int denominator) {}
}
