package vaiwg.statistics.signals.charts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vaiwg.kpis.catalogue.ChartPlan.Chart;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.statistics.signals.charts.SpcChart.Completed;

/** A chart of a force as it reads when a block has ended. */
public record ChartReading(Chart chart, SpcChart blocks) {
    private static final int FEWEST_BLOCKS = 2;

    public Block block() {
        return blocks.newest().block();
    }

    /** The last day of the newest block. */
    public int lastDay() {
        return BlockCalendar.lastDay(chart.column().basis(), block().firstDay());
    }

    /** Whether it shows the days between rare events, and not what is counted in blocks. */
    public boolean isOfTimes() {
        return blocks.kind().isOfTimes();
    }

    /** Whether it shows by how much a stock changed in blocks. */
    public boolean isOfChanges() {
        return blocks.kind() == ChartKind.CHANGE;
    }

    /** As people read it; of rare events in days, the whole days between two of them. */
    public double value() {
        double value = blocks.kind().shown(blocks.newest().value());
        return isOfTimes() ? Math.rint(value) : value;
    }

    /** As people read them, but for sigma, which is on the chart's own scale. */
    public Limits limits() {
        return shown(blocks.newest().limits());
    }

    /** The limits of the newest block, or those before it where it has none: after a rebase, one block alone makes none. */
    Limits standingLimits() {
        List<ChartPoint> points = blocks.points();
        return hasLimits() || points.size() == 1
                ? limits()
                : shown(points.get(points.size() - 2).limits());
    }

    /** How many cases the newest block rests on; of rare events, how many of them. */
    public int n() {
        if (blocks.kind() == ChartKind.T_REST) {
            return block().rest();
        }
        return isOfTimes() || chart.measure().isCount() ? block().numerator() : block().denominator();
    }

    /**
     * Whether it has limits at all: from two blocks on, of a figure that varies, and of blocks of which something can be said: not so
     * rare, the part or the rest, that the times between are to be looked at, nor of a stock that hardly changes.
     */
    public boolean hasLimits() {
        return blocks.blocks() >= FEWEST_BLOCKS && limits().sigma() > 0 && (isOfTimes() || !isRare(blocks.baseline()));
    }

    /** Whether the limits are provisional, and nothing is signalled. */
    public boolean isTrial() {
        return blocks.hasTrialLimits();
    }

    /** The rule that the newest block completes. */
    public Optional<Completed> completed() {
        return hasLimits() ? blocks.completed() : Optional.empty();
    }

    /** On which side the newest period lies beyond its limits: 1 where the figure is more, -1 where it is less; 0 within them. */
    public int beyond() {
        if (isTrial() || !hasLimits()) {
            return 0;
        }
        ChartPoint newest = blocks.newest();
        int side = newest.value() > newest.limits().upper()
                ? 1
                : newest.value() < newest.limits().lower() ? -1 : 0;
        return side == 0 ? 0 : blocks.kind().amount(side);
    }

    /**
     * How many more of its cases there are than usual, or fewer where it is negative; of a stock than it usually has after such a change. Empty of
     * percentiles and of the days between rare events.
     */
    public OptionalInt more() {
        if (isOfTimes() || chart.measure().kind() == Measure.Kind.PERCENTILE) {
            return OptionalInt.empty();
        }
        double centre = standingLimits().centre();
        double usual = isOfChanges() ? Block.value(block().before()) + centre : centre;
        boolean count = chart.measure().isCount();
        return OptionalInt.of((int) Math.rint(block().numerator() - (count ? usual : usual * block().denominator())));
    }

    /** The newest period in the words of a sentence: "165 of 374 (44.1%)". */
    public String inWords() {
        return FigureText.alone(this);
    }

    /** How many there were in the same period a year before, where the usual follows from that. */
    public OptionalInt aYearBefore() {
        return blocks.kind().isSeasonal() ? OptionalInt.of(block().before().numerator()) : OptionalInt.empty();
    }

    /** What is usual, in the same unit; of rare events "6.0 days". */
    public String usualInWords() {
        return FigureText.number(this, standingLimits().centre()) + (isOfTimes() ? " days" : "");
    }

    /** The variation icon; empty while limits are provisional. */
    public Optional<Variation> variation() {
        return isTrial() || !hasLimits()
                ? Optional.empty()
                : Optional.of(Variation.of(blocks, chart.measure().direction()));
    }

    /**
     * The assurance icon; empty without a target, of rare events and changes of a stock, and while limits are provisional.
     *
     * @param target what the measure has to reach, in its unit
     */
    public Optional<Assurance> assurance(OptionalDouble target) {
        return isTrial() || !hasLimits() || isOfTimes() || isOfChanges() || target.isEmpty()
                ? Optional.empty()
                : Optional.of(Assurance.of(
                        limits(), target.getAsDouble(), chart.measure().direction()));
    }

    /** How much wider the limits are than chance alone would make them, 1 or more; 1 where chance has no measure of its own. */
    public double dispersion() {
        double chance = chance();
        return chance == 0 ? 1 : Math.max(1, ownSigma() / chance);
    }

    /** One sigma of chance alone in sigma of the chart; 0 where chance has no measure of its own. */
    double chanceInSigmas() {
        return chance() / ownSigma();
    }

    /** On the chart's own scale. */
    private double ownSigma() {
        return isOfTimes() ? blocks.newest().limits().sigma() : standingLimits().sigma();
    }

    private double chance() {
        if (isOfTimes()) {
            return ChartKind.SPREAD_OF_TIMES * blocks.newest().limits().centre();
        }
        if (isOfChanges()) {
            return 0;
        }
        double centre = standingLimits().centre();
        double chance =
                switch (chart.measure().kind()) {
                    case COUNT -> Math.sqrt(centre);
                    case SHARE -> Math.sqrt(centre * (1 - centre) / block().denominator());
                    case RATE, POPULATION_RATE -> Math.sqrt(centre / block().denominator());
                    case PERCENTILE -> 0;
                };
        // The same block a year before varied as well.
        return blocks.kind().isSeasonal() ? Math.sqrt(2) * chance : chance;
    }

    private Limits shown(Limits limits) {
        ChartKind kind = blocks.kind();
        return new Limits(
                kind.shown(limits.lower()), kind.shown(limits.centre()), kind.shown(limits.upper()), limits.sigma());
    }

    private boolean isRare(List<Block> baseline) {
        if (isOfChanges()) {
            return hardlyChanges(baseline);
        }
        return switch (chart.measure().kind()) {
            case COUNT, RATE, POPULATION_RATE -> RareEvents.areIn(baseline, Block::numerator);
            case SHARE -> RareEvents.areIn(baseline, Block::numerator) || RareEvents.areIn(baseline, Block::rest);
            case PERCENTILE -> false;
        };
    }

    /**
     * Whether so few cases come and go in a block that changes are steps of one case, and rules do not mean what they say: fewer than a count
     * of {@link RareEvents#RAREST} a block spreads.
     */
    private boolean hardlyChanges(List<Block> baseline) {
        double cases = chart.measure().isCount()
                ? 1
                : baseline.stream().mapToInt(Block::denominator).average().orElseThrow();
        double spread = cases * blocks.newest().limits().sigma();
        return spread * spread < RareEvents.RAREST;
    }
}
