package vaiwg.statistics.signals.charts;

import vaiwg.kpis.catalogue.Direction;

/** The variation icon of a chart. */
public enum Variation {
    /** Ordinary variation. */
    COMMON_CAUSE,
    /** A special cause in the good direction. */
    IMPROVEMENT,
    /** A special cause in the other direction. */
    CONCERN,
    /** A special cause of a figure that has no good direction. */
    NEUTRAL;

    /** The icon for the newest point. */
    public static Variation of(BlockChart chart, Direction good) {
        return chart.completed()
                .map(completed -> of(chart.kind().amount(completed.side()), good))
                .orElse(COMMON_CAUSE);
    }

    private static Variation of(int side, Direction good) {
        return switch (good) {
            case NONE -> NEUTRAL;
            case RISING -> side > 0 ? IMPROVEMENT : CONCERN;
            case FALLING -> side < 0 ? IMPROVEMENT : CONCERN;
        };
    }
}
