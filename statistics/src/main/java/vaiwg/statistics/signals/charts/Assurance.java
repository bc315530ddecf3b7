package vaiwg.statistics.signals.charts;

import vaiwg.kpis.catalogue.Direction;

/** The assurance icon of a chart with a target: whether the process, as it is, can be relied on to meet it. */
public enum Assurance {
    /** The limits lie on the good side of the target. */
    PASSES,
    /** The limits lie on the other side: it will not be met without a change. */
    FAILS,
    /** The target lies between the limits, or is the better of them: it is met by chance. */
    HIT_OR_MISS;

    /**
     * Whether a target will be met.
     *
     * @param good not {@link Direction#NONE}: what has no good direction has no target
     * @throws IllegalArgumentException where it is
     */
    public static Assurance of(Limits limits, double target, Direction good) {
        if (good == Direction.NONE) {
            throw new IllegalArgumentException("a figure without a good direction has no target");
        }
        if (good == Direction.RISING ? limits.lower() >= target : limits.upper() <= target) {
            return PASSES;
        }
        return limits.lower() <= target && target <= limits.upper() ? HIT_OR_MISS : FAILS;
    }
}
