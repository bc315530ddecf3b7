package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RiskComparisonTest {
    /** The examples (a) and (f) of Newcombe's paper, method 10, to the four digits that it prints. */
    @Test
    void the_difference_has_the_interval_of_the_paper_that_describes_it() {
        RiskComparison a = RiskComparison.of(56, 70, 48, 80);
        assertThat(a.difference()).isEqualTo(0.2, within(1e-12));
        assertThat(a.differenceLower()).isEqualTo(0.0524, within(5e-5));
        assertThat(a.differenceUpper()).isEqualTo(0.3339, within(5e-5));
        RiskComparison f = RiskComparison.of(5, 56, 0, 29);
        assertThat(f.differenceLower()).isEqualTo(-0.0381, within(5e-5));
        assertThat(f.differenceUpper()).isEqualTo(0.1926, within(5e-5));
    }

    /** By hand: 20 of 100 against 40 of 100; the logarithm of the ratio has the variance 1/20 - 1/100 + 1/40 - 1/100. */
    @Test
    void the_ratio_has_an_interval_on_the_logarithm() {
        RiskComparison arms = RiskComparison.of(20, 100, 40, 100);
        double spread = 1.959963984540054 * Math.sqrt(0.055);
        assertThat(arms.ratio()).isEqualTo(0.5, within(1e-12));
        assertThat(arms.ratioLower()).isEqualTo(0.5 * Math.exp(-spread), within(1e-12));
        assertThat(arms.ratioUpper()).isEqualTo(0.5 * Math.exp(spread), within(1e-12));
    }

    @Test
    void without_an_event_in_one_arm_there_is_a_difference_and_no_ratio() {
        RiskComparison arms = RiskComparison.of(0, 50, 5, 50);
        assertThat(arms.ratio()).isNaN();
        assertThat(arms.ratioLower()).isNaN();
        assertThat(arms.difference()).isEqualTo(-0.1, within(1e-12));
        assertThat(arms.differenceLower()).isLessThan(-0.1);
    }

    @Test
    void arms_that_are_exchanged_give_the_opposite_difference() {
        RiskComparison one = RiskComparison.of(26, 97, 38, 95);
        RiskComparison other = RiskComparison.of(38, 95, 26, 97);
        assertThat(other.difference()).isEqualTo(-one.difference(), within(1e-12));
        assertThat(other.differenceLower()).isEqualTo(-one.differenceUpper(), within(1e-12));
        assertThat(other.ratioUpper()).isEqualTo(1 / one.ratioLower(), within(1e-9));
    }

    /** Of trials with a known difference the interval holds it in about 95 of 100. */
    @Test
    void the_interval_holds_the_truth_about_as_often_as_it_says() {
        SplittableRandom random = new SplittableRandom(20261125);
        int trials = 4_000;
        int held = 0;
        for (int i = 0; i < trials; i++) {
            RiskComparison arms = RiskComparison.of(drawn(random, 0.26), 100, drawn(random, 0.38), 100);
            held += arms.differenceLower() <= -0.12 && -0.12 <= arms.differenceUpper() ? 1 : 0;
        }
        assertThat(held / (double) trials).isBetween(0.935, 0.965);
    }

    @Test
    void what_is_no_share_is_rejected() {
        assertThatThrownBy(() -> RiskComparison.of(3, 2, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RiskComparison.of(0, 0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int drawn(SplittableRandom random, double risk) {
        int events = 0;
        for (int i = 0; i < 100; i++) {
            events += random.nextDouble() < risk ? 1 : 0;
        }
        return events;
    }
}
