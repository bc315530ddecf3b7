package vaiwg.kpis.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** How often charts in which nothing changes give a signal: what is said of them in words has to be so. */
class FalseSignalsTest {
    private static final int CHARTS = 150;
    private static final int YEARS = 10;
    private static final int BLOCKS_A_YEAR = 13;
    private static final int PACK = 40;

    private final Random random = new Random(1);

    @Test
    void counts_give_one_about_once_in_two_years() {
        for (int mean : new int[] {5, 20, 400}) {
            assertThat(yearsBetween(() -> poisson(mean), 0, baseline -> ChartKind.XMR))
                    .as("mean %d a block", mean)
                    .isBetween(1.5, 2.7);
        }
    }

    @Test
    void shares_of_many_cases_give_one_about_once_in_two_years() {
        assertThat(yearsBetween(() -> binomial(1_500, 0.4), 1_500, ChartKind::forShares))
                .isBetween(1.7, 3.0);
    }

    @Test
    void shares_of_fewer_cases_give_one_about_once_in_four_years() {
        assertThat(yearsBetween(() -> binomial(40, 0.4), 40, ChartKind::forShares))
                .isBetween(3.2, 5.6);
        assertThat(yearsBetween(() -> binomial(100, 0.06), 100, ChartKind::forShares))
                .isBetween(3.0, 5.6);
        assertThat(yearsBetween(() -> binomial(400, 0.4), 400, ChartKind::forShares))
                .isBetween(3.2, 5.6);
    }

    @Test
    void days_between_rare_events_give_one_in_one_to_four_years() {
        assertThat(yearsBetweenTimes(1)).as("one a block").isBetween(2.8, 4.6);
        assertThat(yearsBetweenTimes(2)).as("two a block").isBetween(2.0, 3.4);
        assertThat(yearsBetweenTimes(4.5)).as("four and a half a block").isBetween(1.0, 1.9);
    }

    @Test
    void of_forty_charts_of_rare_events_one_says_act_once_in_a_year_at_most() {
        int packs = 4;
        int toAct = 0;
        for (int pack = 0; pack < packs; pack++) {
            List<List<Block>> charts = new ArrayList<>();
            for (int chart = 0; chart < PACK; chart++) {
                charts.add(blocksOfEvents(0.5 + chart % 5));
            }
            for (int end = BlockChart.BASELINE + 1; end <= charts.get(0).size(); end++) {
                toAct += toAct(charts, end);
            }
        }
        assertThat((double) toAct / (packs * YEARS)).as("a year").isLessThan(1);
    }

    /** How many charts are to be acted upon when a block ends. */
    private static int toAct(List<List<Block>> charts, int end) {
        List<BlockChart> closed = charts.stream()
                .map(blocks -> blocks.subList(0, end))
                .flatMap(blocks -> closed(blocks).stream())
                .filter(chart -> !chart.hasTrialLimits())
                .toList();
        double[] probabilities =
                closed.stream().mapToDouble(BlockChart::probability).toArray();
        double threshold = FalseDiscovery.threshold(probabilities, FalseDiscovery.RATE);
        return (int) closed.stream()
                .filter(chart -> SignalState.of(chart) == SignalState.ACT && chart.probability() <= threshold)
                .count();
    }

    private double yearsBetweenTimes(double mean) {
        int signals = 0;
        for (int chart = 0; chart < CHARTS; chart++) {
            List<Block> blocks = blocksOfEvents(mean);
            int before = 0;
            for (int end = BlockChart.BASELINE; end <= blocks.size(); end++) {
                Optional<BlockChart> closed = closed(blocks.subList(0, end));
                if (closed.isPresent()) {
                    int side = closed.get()
                            .completed()
                            .map(BlockChart.Completed::side)
                            .orElse(0);
                    signals += side != 0 && side != before ? 1 : 0;
                    before = side;
                }
            }
        }
        return (double) CHARTS * YEARS / signals;
    }

    /** The chart of times if one ends in the newest block. */
    private static Optional<BlockChart> closed(List<Block> blocks) {
        return BlockChart.ofTimesBetween(blocks)
                .filter(chart -> chart.newest().block().equals(blocks.get(blocks.size() - 1)));
    }

    /** Blocks in each of which so many events are to be expected, by chance on any day. */
    private List<Block> blocksOfEvents(double mean) {
        double quiet = Math.exp(-mean / BlockCalendar.LENGTH);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < BlockChart.BASELINE + YEARS * BLOCKS_A_YEAR; i++) {
            int days = 0;
            for (int day = 0; day < BlockCalendar.LENGTH; day++) {
                days |= random.nextDouble() < quiet ? 0 : 1 << day;
            }
            blocks.add(new Block(28 * i, Integer.bitCount(days), 0, days, false, false));
        }
        return blocks;
    }

    /** Years from one signal of a chart to the next: a rule completed where the block before completed none on its side. */
    private static double yearsBetween(IntSupplier parts, int whole, Function<List<Block>, ChartKind> kind) {
        int signals = 0;
        for (int chart = 0; chart < CHARTS; chart++) {
            List<Block> blocks = new ArrayList<>();
            int before = 0;
            for (int i = 0; i < BlockChart.BASELINE + YEARS * BLOCKS_A_YEAR; i++) {
                blocks.add(new Block(28 * i, parts.getAsInt(), whole));
                int side = BlockChart.of(blocks, kind, List.of())
                        .completedAt(i)
                        .map(BlockChart.Completed::side)
                        .orElse(0);
                signals += side != 0 && side != before ? 1 : 0;
                before = side;
            }
        }
        return (double) CHARTS * YEARS / signals;
    }

    private int poisson(double mean) {
        int events = -1;
        for (double time = 0; time < mean; time -= Math.log(1 - random.nextDouble())) {
            events++;
        }
        return events;
    }

    private int binomial(int cases, double share) {
        int counted = 0;
        for (int i = 0; i < cases; i++) {
            counted += random.nextDouble() < share ? 1 : 0;
        }
        return counted;
    }
}
