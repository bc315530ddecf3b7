package vaiwg.kpis.signals.charts;

/**
 * One closed period of a chart: 28 days or a calendar month, none overlapping another. Points of a rolling window refreshed every
 * day are no blocks: nine tenths of them would look special where nothing happened.
 *
 * @param firstDay its first day
 * @param part what is counted, or the numerator of a share
 * @param whole the denominator of a share; 0 for a count
 * @param eventDays on which of its days anything was counted in the part, a bit a day, the lowest the first;
 *     {@link #UNKNOWN_DAYS} of a month, and of what was published by a build that did not keep them
 * @param redefined whether it is the first under another definition or code map
 * @param recordsMoved whether completeness or latency moved in its days
 */
public record Block(int firstDay, int part, int whole, int eventDays, boolean redefined, boolean recordsMoved) {
    /** No block of 28 days has these bits. */
    public static final int UNKNOWN_DAYS = -1;

    public Block(int firstDay, int part, int whole) {
        this(firstDay, part, whole, UNKNOWN_DAYS, false, false);
    }

    /** The same block, in whose days records moved. */
    Block moved() {
        return new Block(firstDay, part, whole, eventDays, redefined, true);
    }

    /** Whether a signal in it speaks of the data. */
    boolean qualityMoved() {
        return redefined || recordsMoved;
    }

    boolean knowsDays() {
        return eventDays != UNKNOWN_DAYS;
    }
}
