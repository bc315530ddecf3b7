package vaiwg.statistics.signals.charts;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The four rules of NHS England's Making Data Count, which tell a special cause from ordinary variation. */
public enum SpcRule {
    /** A point outside the limits. */
    OUTSIDE("a point outside the limits", 1) {
        @Override
        int sideAt(List<ChartPoint> points, int index) {
            double position = points.get(index).position();
            return Math.abs(position) > 3 ? sign(position) : 0;
        }

        @Override
        double probability(ChartPoint newest) {
            return 2 * NORMAL.survivalProbability(Math.abs(newest.position()));
        }
    },
    /** Seven in a row on one side of the centre. */
    SHIFT("seven points in a row on one side", SpcRule.SEVEN) {
        @Override
        int sideAt(List<ChartPoint> points, int index) {
            return run(points, index, SpcRule.SEVEN, i -> side(points.get(i).position()));
        }

        @Override
        double probability(ChartPoint newest) {
            return 2 * Math.pow(0.5, SpcRule.SEVEN);
        }
    },
    /** Seven in a row, each above the one before, or each below. */
    TREND("seven points in a row rising or falling", SpcRule.SEVEN) {
        @Override
        int sideAt(List<ChartPoint> points, int index) {
            return index < SpcRule.SEVEN - 1
                    ? 0
                    : run(
                            points,
                            index,
                            SpcRule.SEVEN - 1,
                            i -> sign(points.get(i).value() - points.get(i - 1).value()));
        }

        @Override
        double probability(ChartPoint newest) {
            // Of all orders of seven values one rises throughout and one falls.
            return 2.0 / (2 * 3 * 4 * 5 * 6 * 7);
        }
    },
    /** Two of three in a row in the outer third of the same side, the newest among them. */
    OUTER_THIRD("two of three points near the same limit", 3) {
        @Override
        int sideAt(List<ChartPoint> points, int index) {
            int side = outer(points, index);
            if (side == 0 || index < 2) {
                return 0;
            }
            return outer(points, index - 1) == side || outer(points, index - 2) == side ? side : 0;
        }

        @Override
        double probability(ChartPoint newest) {
            double outer = NORMAL.survivalProbability(2);
            return 2 * 3 * outer * outer;
        }
    };

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int SEVEN = 7;
    /** So near, in sigma, a point lies on the centre: what is left of numbers that cancel out is no side. */
    private static final double ON_THE_CENTRE = 1e-9;

    private final String words;
    private final int length;

    SpcRule(String words, int length) {
        this.words = words;
        this.length = length;
    }

    /** At how many points in a row it looks. */
    int length() {
        return length;
    }

    /** The rule in words. */
    public String words() {
        return words;
    }

    /** The value of the label {@code rule}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** 1 where a point completes the rule upwards, -1 downwards, 0 where it does not. */
    abstract int sideAt(List<ChartPoint> points, int index);

    /** About how likely an undisturbed process completes the rule at a point. */
    abstract double probability(ChartPoint newest);

    private interface Side {
        int at(int index);
    }

    private static int run(List<ChartPoint> points, int index, int length, Side side) {
        if (index + 1 < length || index >= points.size()) {
            return 0;
        }
        int first = side.at(index);
        for (int i = index - length + 1; i < index; i++) {
            if (side.at(i) != first) {
                return 0;
            }
        }
        return first;
    }

    private static int outer(List<ChartPoint> points, int index) {
        double position = points.get(index).position();
        return Math.abs(position) > 2 ? sign(position) : 0;
    }

    private static int side(double position) {
        return Math.abs(position) < ON_THE_CENTRE ? 0 : sign(position);
    }

    private static int sign(double value) {
        return (int) Math.signum(value);
    }
}
