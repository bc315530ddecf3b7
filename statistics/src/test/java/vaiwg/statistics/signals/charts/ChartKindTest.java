package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class ChartKindTest {
    /** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates of ten batches, here in tenths. */
    @Test
    void an_individuals_chart_has_the_limits_of_the_nist_handbook() {
        Limits limits = limits(ChartKind.XMR, counts(496, 476, 499, 513, 478, 512, 526, 524, 536, 521));
        assertThat(limits.centre()).isCloseTo(508.1, within(1e-9));
        assertThat(limits.upper()).isCloseTo(558.041, within(0.001));
        assertThat(limits.lower()).isCloseTo(458.159, within(0.001));
    }

    /** The reference values that NHS-R's NHSRplotthedots keeps for twenty values of R's rnorm after set.seed(123). */
    @Test
    void an_individuals_chart_has_the_limits_of_making_data_count() {
        double[] values = {
            -0.56047565,
            -0.23017749,
            1.55870831,
            0.07050839,
            0.12928774,
            1.71506499,
            0.46091621,
            -1.26506123,
            -0.68685285,
            -0.44566197,
            1.22408180,
            0.35981383,
            0.40077145,
            0.11068272,
            -0.55584113,
            1.78691314,
            0.49785048,
            -1.96661716,
            0.70135590,
            -0.47279141
        };
        double centre = MovingRange.mean(values);
        double sigma = MovingRange.sigma(values);
        assertThat(centre).isCloseTo(0.142, within(0.0005));
        assertThat(centre + 3 * sigma).isCloseTo(3.29, within(0.005));
        assertThat(centre - 3 * sigma).isCloseTo(-3.01, within(0.005));
    }

    /** NIST/SEMATECH e-Handbook, 6.3.3.2: thirty wafers of fifty chips each. */
    @Test
    void a_p_chart_has_the_limits_of_the_nist_handbook() {
        int[] defective = {
            12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6
        };
        Limits limits = limits(ChartKind.P, shares(defective, 50));
        assertThat(limits.centre()).isCloseTo(0.2313, within(0.00005));
        assertThat(limits.upper()).isCloseTo(0.4102, within(0.00005));
        assertThat(limits.lower()).isCloseTo(0.0524, within(0.00005));
    }

    /** Laney (2002): with equal denominators p' is the individuals chart of the shares. */
    @Test
    void laneys_chart_is_the_individuals_chart_where_denominators_are_equal() {
        Random random = Seed.random("laney");
        int[] numerators =
                IntStream.range(0, 20).map(i -> 3_000 + random.nextInt(900)).toArray();
        Limits laney = limits(ChartKind.LANEY, shares(numerators, 10_000));
        Limits individuals = limits(ChartKind.XMR, counts(numerators));
        assertThat(laney.upper()).isCloseTo(individuals.upper() / 10_000, within(1e-9));
        assertThat(laney.lower()).isCloseTo(individuals.lower() / 10_000, within(1e-9));
    }

    /** Laney (2002): limits are those of the p-chart times sigma-z, the mean move of the standardised shares over 1.128. */
    @Test
    void laneys_limits_follow_each_denominator() {
        List<Block> blocks = List.of(
                new Block(0, 200, 1_000),
                new Block(28, 700, 2_000),
                new Block(56, 300, 1_500),
                new Block(84, 450, 1_500));
        double centre = 1_650 / 6_000.0;
        double[] z = blocks.stream()
                .mapToDouble(block -> ((double) block.numerator() / block.denominator() - centre)
                        / Math.sqrt(centre * (1 - centre) / block.denominator()))
                .toArray();
        double sigmaZ = (Math.abs(z[1] - z[0]) + Math.abs(z[2] - z[1]) + Math.abs(z[3] - z[2])) / 3 / 1.128;
        ChartKind.LimitsOf limits = ChartKind.LANEY.limits(blocks);
        assertThat(limits.at(blocks.get(1)).sigma())
                .isCloseTo(sigmaZ * Math.sqrt(centre * (1 - centre) / 2_000), within(1e-12));
        assertThat(limits.at(blocks.get(0)).sigma() / limits.at(blocks.get(1)).sigma())
                .isCloseTo(Math.sqrt(2), within(1e-12));
    }

    /** Nelson (1994): times between rare events to the power 1/3.6; what is shown is days again. */
    @Test
    void times_between_rare_events_are_judged_on_nelsons_scale_and_shown_in_days() {
        List<Block> gaps = counts(30, 12, 45, 80, 22, 5, 60, 33, 18, 41, 27, 90);
        double[] scaled = gaps.stream()
                .mapToDouble(gap -> Math.pow(gap.numerator(), 0.2777777777777778))
                .toArray();
        Limits limits = limits(ChartKind.T, gaps);
        assertThat(limits.centre()).isCloseTo(MovingRange.mean(scaled), within(1e-12));
        assertThat(ChartKind.T.shown(ChartKind.T.value(gaps.get(3)))).isCloseTo(80, within(1e-9));
        assertThat(ChartKind.T.shown(limits.upper())).isGreaterThan(90);
    }

    @Test
    @Tag("pitfall-19")
    void large_denominators_take_laneys_chart_and_small_ones_that_move_by_chance_the_p_chart() {
        assertThat(ChartKind.forShares(shares(new int[] {500, 520, 480, 510}, 1_200)))
                .isEqualTo(ChartKind.LANEY);
        assertThat(ChartKind.forShares(shares(new int[] {20, 21, 19, 20}, 50))).isEqualTo(ChartKind.P);
        assertThat(ChartKind.forShares(shares(new int[] {5, 45, 5, 45}, 50))).isEqualTo(ChartKind.LANEY);
    }

    private static Limits limits(ChartKind kind, List<Block> blocks) {
        return kind.limits(blocks).at(blocks.get(0));
    }

    private static List<Block> counts(int... counts) {
        return shares(counts, 0);
    }

    private static List<Block> shares(int[] numerators, int denominator) {
        List<Block> blocks = new ArrayList<>();
        for (int numerator : numerators) {
            blocks.add(new Block(28 * blocks.size(), numerator, denominator));
        }
        return blocks;
    }
}
