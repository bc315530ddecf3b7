package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.statistics.signals.Signal;

class SpcChartTest {
    private static final int[] ORDINARY = {100, 104, 98, 101, 96, 103, 99, 102, 97, 105, 100, 101};

    @Test
    void with_fewer_than_twelve_blocks_limits_are_on_trial_and_nothing_is_signalled() {
        List<Block> few = blocks(100, 104, 98, 101, 96, 103, 99, 102, 97, 105, 300);
        SpcChart chart = chart(few);
        assertThat(chart.hasTrialLimits()).isTrue();
        assertThat(SignalJudge.state(chart)).isEmpty();
    }

    @Test
    @Tag("pitfall-17")
    void limits_are_locked_and_do_not_learn_a_change() {
        List<Block> blocks = blocks(ORDINARY);
        Limits before = chart(blocks).newest().limits();
        for (int i = 0; i < 30; i++) {
            add(blocks, 140);
        }
        assertThat(chart(blocks).newest().limits()).isEqualTo(before);
    }

    @Test
    void a_first_signal_is_to_be_watched_and_a_confirmed_one_acted_upon() {
        List<Block> blocks = blocks(ORDINARY);
        add(blocks, 140);
        assertThat(SignalJudge.state(chart(blocks))).hasValue(Signal.State.WATCH);
        List<Block> over = new ArrayList<>(blocks);
        add(over, 100);
        assertThat(SignalJudge.state(chart(over))).isEmpty();
        add(blocks, 139);
        assertThat(SignalJudge.state(chart(blocks))).hasValue(Signal.State.ACT);
        add(blocks, 60);
        assertThat(SignalJudge.state(chart(blocks))).hasValue(Signal.State.WATCH);
    }

    @Test
    void where_the_data_moved_the_signal_is_about_the_data() {
        List<Block> blocks = blocks(ORDINARY);
        blocks.add(new Block(28 * blocks.size(), 140, 0).moved());
        assertThat(SignalJudge.state(chart(blocks))).hasValue(Signal.State.DATA_QUALITY);
        add(blocks, 140);
        assertThat(SignalJudge.state(chart(blocks))).hasValue(Signal.State.WATCH);
    }

    @Test
    @Tag("pitfall-25")
    void a_rebase_makes_limits_anew_and_puts_them_on_trial() {
        List<Block> blocks = blocks(ORDINARY);
        for (int i = 0; i < 11; i++) {
            add(blocks, 140 + i % 3);
        }
        int rebase = 28 * 12;
        SpcChart chart = SpcChart.of(blocks, baseline -> ChartKind.XMR, List.of(rebase));
        assertThat(chart.hasTrialLimits()).isTrue();
        assertThat(chart.newest().limits().centre()).isBetween(140.0, 142.0);
        assertThat(chart.points().get(11).limits().centre()).isBetween(100.0, 101.0);
        add(blocks, 100);
        assertThat(SignalJudge.state(SpcChart.of(blocks, baseline -> ChartKind.XMR, List.of(rebase))))
                .hasValue(Signal.State.WATCH);
    }

    @Test
    void variation_is_good_or_bad_only_where_the_figure_has_a_good_direction() {
        List<Block> blocks = blocks(ORDINARY);
        assertThat(Variation.of(chart(blocks), Direction.FALLING)).isEqualTo(Variation.COMMON_CAUSE);
        add(blocks, 140);
        assertThat(Variation.of(chart(blocks), Direction.FALLING)).isEqualTo(Variation.CONCERN);
        assertThat(Variation.of(chart(blocks), Direction.RISING)).isEqualTo(Variation.IMPROVEMENT);
        assertThat(Variation.of(chart(blocks), Direction.NONE)).isEqualTo(Variation.NEUTRAL);
    }

    @Test
    void assurance_asks_where_the_target_lies_between_the_limits() {
        Limits limits = new Limits(0.3, 0.4, 0.5, 0.1 / 3);
        assertThat(Assurance.of(limits, 0.45, Direction.FALLING)).isEqualTo(Assurance.HIT_OR_MISS);
        assertThat(Assurance.of(limits, 0.55, Direction.FALLING)).isEqualTo(Assurance.PASSES);
        assertThat(Assurance.of(limits, 0.25, Direction.FALLING)).isEqualTo(Assurance.FAILS);
        assertThat(Assurance.of(limits, 0.25, Direction.RISING)).isEqualTo(Assurance.PASSES);
        assertThat(Assurance.of(limits, 0.3, Direction.RISING)).isEqualTo(Assurance.PASSES);
        assertThat(Assurance.of(limits, 0.5, Direction.FALLING)).isEqualTo(Assurance.PASSES);
        Limits upToAll = new Limits(0.8, 0.9, 1, 0.1 / 3);
        assertThat(Assurance.of(upToAll, 1, Direction.RISING))
                .as("all of them lie within what is usual")
                .isEqualTo(Assurance.HIT_OR_MISS);
        assertThat(Assurance.of(upToAll, 0.8, Direction.FALLING)).isEqualTo(Assurance.HIT_OR_MISS);
        assertThatThrownBy(() -> Assurance.of(limits, 0.25, Direction.NONE)).hasMessageContaining("no target");
    }

    private static SpcChart chart(List<Block> blocks) {
        return SpcChart.of(blocks, baseline -> ChartKind.XMR, List.of());
    }

    private static List<Block> blocks(int... counts) {
        List<Block> blocks = new ArrayList<>();
        for (int count : counts) {
            add(blocks, count);
        }
        return blocks;
    }

    private static void add(List<Block> blocks, int count) {
        blocks.add(new Block(28 * blocks.size(), count, 0));
    }
}
