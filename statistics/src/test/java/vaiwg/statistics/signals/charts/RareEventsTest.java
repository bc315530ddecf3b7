package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.statistics.signals.Signal;

class RareEventsTest {
    private static final int[] APART = {3, 12, 25, 7, 1, 18, 9, 5, 30, 11, 2, 16};

    @Test
    void times_run_from_day_to_day_across_blocks() {
        assertThat(days(RareEvents.gaps(blocks(new int[] {3, 5}, new int[] {}, new int[] {0, 27}), ChartKind.T)))
                .containsExactly(2, 51, 27);
    }

    @Test
    void where_a_block_is_missing_nobody_can_say_that_nothing_happened() {
        List<Block> blocks = blocks(new int[] {3, 5}, new int[] {4}, new int[] {0, 27});
        blocks.remove(1);
        assertThat(days(RareEvents.gaps(blocks, ChartKind.T))).containsExactly(2, 27);
        List<Block> older = blocks(new int[] {3}, new int[] {4}, new int[] {0, 27});
        older.set(1, new Block(28, 1, 0));
        assertThat(days(RareEvents.gaps(older, ChartKind.T)))
                .as("an earlier build did not keep the days of the second block")
                .containsExactly(27);
    }

    @Test
    void fewer_than_five_a_block_are_rare() {
        assertThat(RareEvents.areIn(List.of(new Block(0, 5, 0), new Block(28, 4, 0)), Block::numerator))
                .isTrue();
        assertThat(RareEvents.areIn(List.of(new Block(0, 5, 0), new Block(28, 5, 0)), Block::numerator))
                .isFalse();
    }

    @Test
    void limits_are_made_of_the_times_of_twelve_blocks_and_locked_with_twelve_of_both() {
        List<Block> blocks = ordinary(11);
        assertThat(chart(blocks).hasTrialLimits()).as("eleven blocks").isTrue();
        add(blocks, 2, 13);
        Limits locked = chart(blocks).newest().limits();
        assertThat(chart(blocks).hasTrialLimits()).isFalse();
        List<Double> times = RareEvents.gaps(blocks, ChartKind.T).stream()
                .map(gap -> Math.pow(gap.days(), 1 / 3.6))
                .toList();
        assertThat(times).hasSizeGreaterThan(24);
        assertThat(locked.centre())
                .isCloseTo(times.stream().mapToDouble(time -> time).average().orElseThrow(), within(1e-12));
        add(blocks, 1, 2, 3, 4, 5, 6, 7);
        assertThat(chart(blocks).newest().limits()).isEqualTo(locked);
        List<Block> seldom = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            add(seldom, i % 2 == 0 ? new int[] {i % 5} : new int[] {});
        }
        assertThat(chart(seldom).hasTrialLimits())
                .as("eleven times in 24 blocks")
                .isTrue();
        add(seldom, 20);
        assertThat(chart(seldom).hasTrialLimits()).isFalse();
    }

    @Test
    void of_several_times_in_a_block_the_one_that_completes_a_rule_stands_for_it() {
        List<Block> blocks = ordinary(12);
        for (int i = 0; i < 9; i++) {
            add(blocks);
        }
        add(blocks, 14, 23, 27);
        SpcChart chart = chart(blocks);
        assertThat(chart.completed()).contains(new SpcChart.Completed(SpcRule.OUTSIDE, 1));
        assertThat(ChartKind.T.shown(chart.newest().value())).isBetween(28 * 9 + 14.0, 28 * 11.0);
        assertThat(SignalJudge.state(chart)).hasValue(Signal.State.WATCH);
        assertThat(Variation.of(chart, Direction.FALLING)).isEqualTo(Variation.IMPROVEMENT);
        assertThat(Variation.of(chart, Direction.RISING)).isEqualTo(Variation.CONCERN);
        add(blocks, 20);
        assertThat(SignalJudge.state(chart(blocks))).as("this time is ordinary").isEmpty();
    }

    @Test
    void short_times_one_after_another_are_a_shift_and_the_next_block_confirms_it() {
        List<Block> blocks = ordinary(12);
        add(blocks, 1, 4, 7, 9, 12, 15, 18, 21);
        SpcChart chart = chart(blocks);
        assertThat(chart.completed()).contains(new SpcChart.Completed(SpcRule.SHIFT, -1));
        assertThat(Variation.of(chart, Direction.FALLING)).isEqualTo(Variation.CONCERN);
        assertThat(SignalJudge.state(chart)).hasValue(Signal.State.WATCH);
        assertThat(chart.sinceOf(SpcRule.SHIFT)).isEqualTo(28 * 12 + 1);
        add(blocks, 0, 2, 5);
        assertThat(SignalJudge.state(chart(blocks))).hasValue(Signal.State.ACT);
    }

    @Test
    void rules_of_thirds_and_steps_do_not_hold_of_times() {
        List<Block> blocks = ordinary(12);
        add(blocks, 1, 3, 8, 17);
        add(blocks, 1, 17);
        add(blocks, 10);
        add(blocks, 9);
        assertThat(chart(blocks).completed())
                .as("seven times, each longer than the one before")
                .isEmpty();
    }

    private static SpcChart chart(List<Block> blocks) {
        return SpcChart.ofTimesBetween(blocks, ChartKind.T).orElseThrow();
    }

    /** Between two and three a block, apart as by chance. */
    private static List<Block> ordinary(int number) {
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        int events = 0;
        for (int i = 0; i < number; i++) {
            List<Integer> days = new ArrayList<>();
            while (next < 28 * (i + 1)) {
                days.add(next - 28 * i);
                next += APART[events++ % APART.length];
            }
            add(blocks, days.stream().mapToInt(day -> day).toArray());
        }
        return blocks;
    }

    private static List<Block> blocks(int[]... days) {
        List<Block> blocks = new ArrayList<>();
        Arrays.stream(days).forEach(of -> add(blocks, of));
        return blocks;
    }

    private static void add(List<Block> blocks, int... days) {
        int bits = Arrays.stream(days).map(day -> 1 << day).sum();
        blocks.add(Block.ofDays(28 * blocks.size(), days.length, 0, bits, Block.UNKNOWN_DAYS));
    }

    private static List<Integer> days(List<RareEvents.Gap> gaps) {
        return gaps.stream().map(RareEvents.Gap::days).toList();
    }
}
