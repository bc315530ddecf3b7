package vaiwg.statistics.signals.charts;

/**
 * A point with the limits that apply to it.
 *
 * @param since the first day of what it tells of: of its block, or of the days since the event before
 * @param block the block that ended with it known; several times between rare events may end in one
 * @param value on the chart's own scale
 */
public record ChartPoint(int since, Block block, double value, Limits limits) {
    public ChartPoint(Block block, double value, Limits limits) {
        this(block.firstDay(), block, value, limits);
    }

    /** How many sigma it lies above the centre. */
    public double position() {
        return limits.sigma() == 0 ? 0 : (value - limits.centre()) / limits.sigma();
    }
}
