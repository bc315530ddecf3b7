package vaiwg.kpis.signals.charts;

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

    /** The state of a chart by its two newest points. */
    public static SignalState of(BlockChart chart) {
        int last = chart.points().size() - 1;
        var newest = chart.completedAt(last);
        if (newest.isEmpty()) {
            return NONE;
        }
        if (chart.newest().block().qualityMoved()) {
            return DATA_QUALITY;
        }
        boolean before = chart.completedAt(last - 1)
                .filter(completed -> completed.side() == newest.get().side())
                .isPresent();
        return before && !chart.points().get(last - 1).block().qualityMoved() ? ACT : WATCH;
    }
}
