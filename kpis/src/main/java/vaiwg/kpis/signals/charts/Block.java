package vaiwg.kpis.signals.charts;

/**
 * One closed period of a chart: 28 days or a calendar month, none overlapping another. Points of a rolling window refreshed every
 * day are no blocks: nine tenths of them would look special where nothing happened.
 *
 * @param firstDay its first day
 * @param part what is counted, or the numerator of a share
 * @param whole the denominator of a share; 0 for a count
 * @param qualityMoved whether completeness, latency or a code map moved in it, so that a signal speaks of the data
 */
public record Block(int firstDay, int part, int whole, boolean qualityMoved) {
    public Block(int firstDay, int part, int whole) {
        this(firstDay, part, whole, false);
    }
}
