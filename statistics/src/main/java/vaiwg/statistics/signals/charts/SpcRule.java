package vaiwg.statistics.signals.charts;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import vaiwg.schemas.Slugged;

/** The four rules of NHS England's Making Data Count, which tell a special cause from ordinary variation. */
public enum SpcRule implements Slugged {
    /** A point outside the limits. */
    OUTSIDE(1),
    /** Seven in a row on one side of the centre. */
    SHIFT(SpcRule.SEVEN),
    /** Seven in a row, each above the one before, or each below. */
    TREND(SpcRule.SEVEN),
    /** Two of three in a row in the outer third of the same side, the newest among them. */
    OUTER_THIRD(3);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int SEVEN = 7;
    /** So near, in sigma, a point lies on the centre: what is left of numbers that cancel out is no side. */
    private static final double ON_THE_CENTRE = 1e-9;

    private final int length;

    SpcRule(int length) {
        this.length = length;
    }

    /** At how many points in a row it looks. */
    int length() {
        return length;
    }

    /** 1 where a point completes the rule upwards, -1 downwards, 0 where it does not. */
    int sideAt(List<ChartPoint> points, int index) {
        return switch (this) {
            case OUTSIDE -> beyond(3, points, index);
            case SHIFT -> run(points, index, SEVEN, i -> side(points.get(i).position()));
            case TREND ->
                index < SEVEN - 1
                        ? 0
                        : run(
                                points,
                                index,
                                SEVEN - 1,
                                i -> sign(points.get(i).value()
                                        - points.get(i - 1).value()));
            case OUTER_THIRD -> {
                int side = beyond(2, points, index);
                boolean twice = side != 0
                        && index >= 2
                        && (beyond(2, points, index - 1) == side || beyond(2, points, index - 2) == side);
                yield twice ? side : 0;
            }
        };
    }

    /** About how likely an undisturbed process completes the rule at a point. */
    double probability(ChartPoint newest) {
        return switch (this) {
            case OUTSIDE -> 2 * NORMAL.survivalProbability(Math.abs(newest.position()));
            case SHIFT -> 2 * Math.pow(0.5, SEVEN);
            // Of all orders of seven values one rises throughout and one falls.
            case TREND -> 2.0 / (2 * 3 * 4 * 5 * 6 * 7);
            case OUTER_THIRD -> {
                double outer = NORMAL.survivalProbability(2);
                yield 2 * 3 * outer * outer;
            }
        };
    }

    private static int run(List<ChartPoint> points, int index, int length, IntUnaryOperator side) {
        if (index + 1 < length || index >= points.size()) {
            return 0;
        }
        int first = side.applyAsInt(index);
        for (int i = index - length + 1; i < index; i++) {
            if (side.applyAsInt(i) != first) {
                return 0;
            }
        }
        return first;
    }

    private static int beyond(int sigmas, List<ChartPoint> points, int index) {
        double position = points.get(index).position();
        return Math.abs(position) > sigmas ? sign(position) : 0;
    }

    private static int side(double position) {
        return Math.abs(position) < ON_THE_CENTRE ? 0 : sign(position);
    }

    private static int sign(double value) {
        return (int) Math.signum(value);
    }
}
