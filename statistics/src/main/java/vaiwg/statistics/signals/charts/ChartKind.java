package vaiwg.statistics.signals.charts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import vaiwg.schemas.Slugged;

/** The chart that fits a figure. Each makes limits from baseline blocks, which then are locked. */
public enum ChartKind implements Slugged {
    /** Counts and percentiles: mean and 2.66 mean moving ranges on either side (Wheeler, Understanding Variation). */
    XMR(Block::numerator, 0),
    /**
     * Counts, and counts for a population, that have seasons: beside the same block a year before. The limits of a block are what was counted
     * then, moved by the mean change from one year to the next and widened by how much the changes move from block to block.
     */
    YEAR(block -> Block.value(block.level()), 0) {
        @Override
        LimitsOf limits(List<Block> baseline) {
            double[] changes = baseline.stream().mapToDouble(Block::change).toArray();
            double change = MovingRange.mean(changes);
            double sigma = MovingRange.sigma(changes);
            return block -> Limits.around(
                    Math.max(0, Block.value(block.before()) + change), sigma, 0, Double.POSITIVE_INFINITY);
        }

        /** A season rises and falls for as long as it lasts. */
        @Override
        Set<SpcRule> rules() {
            return EnumSet.complementOf(EnumSet.of(SpcRule.TREND));
        }
    },
    /** Rates of one thing for each of another, which may lie above 1: as counts, by the rate of each block. */
    RATE(ChartKind::share, 0),
    /** Shares of some hundred: the binomial spread, wider for smaller denominators. */
    P(ChartKind::share, 0) {
        @Override
        LimitsOf limits(List<Block> baseline) {
            return proportion(pooled(baseline), 1);
        }
    },
    /**
     * Shares of a thousand and more, where the binomial limits are so narrow that every little drift lies outside: they are widened
     * by how much the standardised points move from one to the next (Laney 2002).
     */
    LANEY(ChartKind::share, 0) {
        @Override
        LimitsOf limits(List<Block> baseline) {
            double centre = pooled(baseline);
            return proportion(centre, MovingRange.sigma(standardised(baseline, centre)));
        }
    },
    /**
     * Rare events: {@code numerator} is the days since the one before. Raised to the power 1/3.6 such times spread like a normal
     * variable (Nelson 1994); points and limits are shown in days. A longer time is less of what is counted. Days are whole, so short
     * times are coarse: rules that look at the outer third, or at each step, do not hold.
     */
    T(ChartKind::transformed, 0),
    /**
     * What of a share is not counted, where that is rare: the days between two of the rest, as {@link #T}. A longer time is less of the
     * rest, so more of what is counted.
     */
    T_REST(ChartKind::transformed, 0),
    /**
     * Stocks: by how much a count, or a share, of what stands changed from one block end to the next. Two ends share most of their cases, so
     * their levels are no points; what came and what went in between is new. Where cases come by chance and stay for however long, changes
     * are not correlated, or negatively, which makes limits wider and runs rarer, never the other way round.
     */
    CHANGE(Block::change, Double.NEGATIVE_INFINITY);

    /** From this mean denominator on a share is judged by {@link #LANEY}'s limits. */
    public static final int LARGE = 1_000;

    private static final double NELSON = 3.6;
    /**
     * Standard deviation over mean of the power 1/3.6 of times that chance alone makes (exponential ones): the root of
     * Γ(1 + 2 / 3.6) / Γ(1 + 1 / 3.6)² - 1.
     */
    static final double SPREAD_OF_TIMES = 0.3085;

    private final ToDoubleFunction<Block> value;
    private final double least;

    /**
     * @param value the point of a block on the chart's own scale
     * @param least below this lies no limit
     */
    ChartKind(ToDoubleFunction<Block> value, double least) {
        this.value = value;
        this.least = least;
    }

    /** The limits that apply to a block. */
    interface LimitsOf {
        Limits at(Block block);
    }

    /** The kind for shares with these blocks: {@link #LANEY} where the denominators are large or the points move too much. */
    public static ChartKind forShares(List<Block> baseline) {
        double mean = baseline.stream().mapToInt(Block::denominator).average().orElse(0);
        double centre = pooled(baseline);
        if (mean >= LARGE) {
            return LANEY;
        }
        return MovingRange.sigma(standardised(baseline, centre)) > 1 ? LANEY : P;
    }

    /** The point on the chart's own scale. */
    double value(Block block) {
        return value.applyAsDouble(block);
    }

    /** By how much the points move from one to the next. */
    LimitsOf limits(List<Block> baseline) {
        double[] values = baseline.stream().mapToDouble(value).toArray();
        double centre = MovingRange.mean(values);
        double sigma = MovingRange.sigma(values);
        return block -> Limits.around(centre, sigma, least, Double.POSITIVE_INFINITY);
    }

    /** A value of the chart's own scale as it is shown to people. */
    public double shown(double value) {
        return isOfTimes() ? StrictMath.pow(value, NELSON) : value;
    }

    /** Whether it shows the days between two of what is rare, and not what is counted in blocks. */
    public boolean isOfTimes() {
        return this == T || this == T_REST;
    }

    /** Whether its limits follow the seasons. */
    boolean isSeasonal() {
        return this == YEAR;
    }

    Set<SpcRule> rules() {
        return isOfTimes() ? EnumSet.of(SpcRule.OUTSIDE, SpcRule.SHIFT) : EnumSet.allOf(SpcRule.class);
    }

    /** Of a chart of times, the days of a block between which they run, a bit a day. */
    int daysOf(Block block) {
        return switch (this) {
            case T -> block.eventDays();
            case T_REST -> block.restDays();
            default -> throw new IllegalStateException(this + " is no chart of times");
        };
    }

    /** Whether a side of the centre, 1 above and -1 below, is more of what is counted (1) or less (-1). */
    int amount(int side) {
        return this == T ? -side : side;
    }

    /** How many sigma of chance alone each share lies from a centre. */
    private static double[] standardised(List<Block> baseline, double centre) {
        return baseline.stream()
                .mapToDouble(block -> (share(block) - centre) / binomialSigma(centre, block.denominator()))
                .toArray();
    }

    private static LimitsOf proportion(double centre, double widening) {
        return block -> Limits.around(centre, widening * binomialSigma(centre, block.denominator()), 0, 1);
    }

    private static double share(Block block) {
        return (double) block.numerator() / block.denominator();
    }

    private static double pooled(List<Block> blocks) {
        double numerator = blocks.stream().mapToInt(Block::numerator).sum();
        return numerator / blocks.stream().mapToInt(Block::denominator).sum();
    }

    private static double binomialSigma(double share, int denominator) {
        return Math.sqrt(share * (1 - share) / denominator);
    }

    private static double transformed(Block block) {
        return StrictMath.pow(block.numerator(), 1 / NELSON);
    }
}
