package vaiwg.statistics.signals.charts;

import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Movement;

/** The variation icon of a chart. */
public enum Variation {
    /** Ordinary variation. */
    COMMON_CAUSE,
    /** A special cause in the good direction. */
    IMPROVEMENT,
    /** A special cause in the other direction. */
    CONCERN,
    /** A special cause of a figure that has no good direction, or by which a stock moved less than usual. */
    NEUTRAL;

    /** The icon for the newest point. */
    public static Variation of(SpcChart chart, Direction good) {
        return chart.completed()
                .map(completed -> of(movement(chart, good, chart.kind().amount(completed.side()))))
                .orElse(COMMON_CAUSE);
    }

    private static Movement movement(SpcChart chart, Direction good, int amount) {
        return chart.kind() == ChartKind.CHANGE
                ? Movement.ofStock(good, amount, chart.newest().value())
                : Movement.of(good, amount);
    }

    private static Variation of(Movement movement) {
        return switch (movement) {
            case BETTER -> IMPROVEMENT;
            case WORSE -> CONCERN;
            case MORE, LESS -> NEUTRAL;
        };
    }
}
