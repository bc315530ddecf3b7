package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** How often rules are completed on charts in which nothing changes; what is told of them is less ({@link Evidence}). */
class FalseSignalsTest {
    private static final int CHARTS = 150;
    private static final int YEARS = 10;
    private static final int BLOCKS_A_YEAR = 13;

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
    void stocks_give_one_in_two_to_ten_years_the_less_often_the_shorter_cases_stay() {
        assertThat(yearsBetweenChanges(100, 600, 0)).isBetween(1.8, 3.2);
        assertThat(yearsBetweenChanges(20, 600, 0)).isBetween(1.7, 3.0);
        assertThat(yearsBetweenChanges(20, 200, 0)).isBetween(2.2, 4.0);
        assertThat(yearsBetweenChanges(100, 60, 0)).isBetween(3.3, 6.5);
        assertThat(yearsBetweenChanges(20, 10, 0)).isBetween(5.0, 16.0);
    }

    @Test
    void shares_of_stocks_give_one_in_two_to_ten_years_too() {
        assertThat(yearsBetweenChanges(100, 200, 90)).isBetween(2.2, 4.2);
        assertThat(yearsBetweenChanges(20, 200, 90)).isBetween(2.6, 5.2);
        assertThat(yearsBetweenChanges(100, 60, 90)).isBetween(3.8, 8.0);
    }

    private double yearsBetweenTimes(double mean) {
        int signals = 0;
        for (int chart = 0; chart < CHARTS; chart++) {
            List<Block> blocks = blocksOfEvents(mean);
            int before = 0;
            for (int end = SpcChart.BASELINE; end <= blocks.size(); end++) {
                Optional<SpcChart> closed = closed(blocks.subList(0, end));
                if (closed.isPresent()) {
                    int side = closed.get()
                            .completed()
                            .map(SpcChart.Completed::side)
                            .orElse(0);
                    signals += side != 0 && side != before ? 1 : 0;
                    before = side;
                }
            }
        }
        return (double) CHARTS * YEARS / signals;
    }

    private double yearsBetweenChanges(double arrivals, double stay, int aged) {
        int signals = 0;
        for (int i = 0; i < CHARTS; i++) {
            SpcChart chart = SpcChart.of(stock(arrivals, stay, aged), baseline -> ChartKind.CHANGE, List.of());
            int before = 0;
            for (int at = SpcChart.BASELINE; at < chart.points().size(); at++) {
                int side = chart.completedAt(at).map(SpcChart.Completed::side).orElse(0);
                signals += side != 0 && side != before ? 1 : 0;
                before = side;
            }
        }
        return (double) CHARTS * YEARS / signals;
    }

    /**
     * A stock in which nothing changes: cases come by chance and stay as long as chance will have it.
     *
     * @param arrivals in a block
     * @param stay in days, on average
     * @param aged 0 for their number, else the share of those that have been there for more than so many days
     */
    private List<Block> stock(double arrivals, double stay, int aged) {
        int ends = SpcChart.BASELINE + YEARS * BLOCKS_A_YEAR + 1;
        int before = (int) Math.ceil(6 * stay / BlockCalendar.LENGTH) + 4;
        int[] numerator = new int[ends + 1];
        int[] denominator = new int[ends + 1];
        for (int block = -before; block < ends; block++) {
            for (int left = poisson(arrivals); left > 0; left--) {
                double came = block - random.nextDouble();
                double gone = came - stay / BlockCalendar.LENGTH * Math.log(1 - random.nextDouble());
                stand(denominator, came, gone);
                stand(numerator, came + (double) aged / BlockCalendar.LENGTH, gone);
            }
        }
        List<Block> levels = new ArrayList<>();
        for (int end = 1; end < ends; end++) {
            denominator[end] += denominator[end - 1];
            numerator[end] += numerator[end - 1];
            Block block = new Block(28 * end, numerator[end], aged == 0 ? 0 : denominator[end]);
            levels.add(block.after(new Block(28 * end - 28, numerator[end - 1], aged == 0 ? 0 : denominator[end - 1])));
        }
        return levels;
    }

    /** Adds a case to how the level moves at the ends of blocks, from the first at which it is there to the first at which it is not. */
    private static void stand(int[] moves, double from, double to) {
        int entry = Math.max(0, (int) Math.ceil(from));
        int exit = Math.max(0, (int) Math.ceil(to));
        if (entry < exit && entry < moves.length) {
            moves[entry]++;
            moves[Math.min(exit, moves.length - 1)]--;
        }
    }

    /** The chart of times if one ends in the newest block. */
    private static Optional<SpcChart> closed(List<Block> blocks) {
        return SpcChart.ofTimesBetween(blocks, ChartKind.T)
                .filter(chart -> chart.newest().block().equals(blocks.get(blocks.size() - 1)));
    }

    /** Blocks in each of which so many events are to be expected, by chance on any day. */
    private List<Block> blocksOfEvents(double mean) {
        double quiet = Math.exp(-mean / BlockCalendar.LENGTH);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < SpcChart.BASELINE + YEARS * BLOCKS_A_YEAR; i++) {
            int days = 0;
            for (int day = 0; day < BlockCalendar.LENGTH; day++) {
                days |= random.nextDouble() < quiet ? 0 : 1 << day;
            }
            blocks.add(Block.ofDays(28 * i, Integer.bitCount(days), 0, days, Block.UNKNOWN_DAYS));
        }
        return blocks;
    }

    /** Years from one signal of a chart to the next: a rule completed where the block before completed none on its side. */
    private static double yearsBetween(IntSupplier numerators, int denominator, Function<List<Block>, ChartKind> kind) {
        int signals = 0;
        for (int chart = 0; chart < CHARTS; chart++) {
            List<Block> blocks = new ArrayList<>();
            int before = 0;
            for (int i = 0; i < SpcChart.BASELINE + YEARS * BLOCKS_A_YEAR; i++) {
                blocks.add(new Block(28 * i, numerators.getAsInt(), denominator));
                int side = SpcChart.of(blocks, kind, List.of())
                        .completedAt(i)
                        .map(SpcChart.Completed::side)
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
