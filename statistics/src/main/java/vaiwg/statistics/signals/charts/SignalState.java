package vaiwg.statistics.signals.charts;

/** How to take the newest point of a block chart. */
public enum SignalState {
    /** Ordinary variation. */
    NONE,
    /** A rule is completed for the first time: look, and wait for the next block. */
    WATCH,
    /** The next block completes a rule on the same side: find the cause. */
    ACT,
    /** A rule is completed in a block whose completeness, latency or code map moved: look at the data first. */
    DATA_QUALITY;

    /** The value of the label {@code state}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The state of a chart by its two newest blocks. */
    public static SignalState of(SpcChart chart) {
        var newest = chart.completed();
        if (newest.isEmpty()) {
            return NONE;
        }
        if (chart.newest().block().qualityMoved()) {
            return DATA_QUALITY;
        }
        int before = chart.indexBefore();
        boolean confirmed = chart.completedAt(before)
                .filter(completed -> completed.side() == newest.get().side())
                .isPresent();
        return confirmed && !chart.points().get(before).block().qualityMoved() ? ACT : WATCH;
    }
}
