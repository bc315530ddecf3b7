package vaiwg.kpis.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** How often charts in which nothing changes give a signal: what is said of them in words has to be so. */
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
