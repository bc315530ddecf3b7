package vaiwg.kpis.signals.charts;

/** A point with the limits that apply to it. */
public record ChartPoint(Block block, double value, Limits limits) {
    /** How many sigma it lies above the centre. */
    public double position() {
        return limits.sigma() == 0 ? 0 : (value - limits.centre()) / limits.sigma();
    }
}
