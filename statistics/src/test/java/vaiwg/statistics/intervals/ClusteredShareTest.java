package vaiwg.statistics.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class ClusteredShareTest {
    @Test
    void single_cases_have_the_variance_of_a_plain_share() {
        int[] successes = new int[200];
        Arrays.fill(successes, 0, 80, 1);
        int[] cases = new int[200];
        Arrays.fill(cases, 1);
        ClusteredShare share = ClusteredShare.of(successes, cases);
        assertThat(share.share()).isEqualTo(0.4);
        // Divided by one less, as a sample's variance is.
        assertThat(share.variance()).isCloseTo(0.4 * 0.6 / 199, within(1e-15));
        WilsonInterval plain = WilsonInterval.of(80, 200);
        assertThat(share.interval().lower()).isLessThan(plain.lower()).isCloseTo(plain.lower(), within(0.002));
        assertThat(share.interval().upper()).isGreaterThan(plain.upper()).isCloseTo(plain.upper(), within(0.002));
    }

    @Test
    void cases_that_always_end_alike_count_once() {
        int[] successes = new int[50];
        Arrays.fill(successes, 0, 20, 10);
        int[] cases = new int[50];
        Arrays.fill(cases, 10);
        ClusteredShare share = ClusteredShare.of(successes, cases);
        assertThat(share.variance()).isCloseTo(0.4 * 0.6 / 49, within(1e-15));
        assertThat(share.designEffect(500)).isCloseTo(10 * 50 / 49.0, within(1e-9));
    }

    @Test
    void the_variance_is_that_of_leaving_out_one_cluster_at_a_time_where_they_are_many() {
        Random random = Seed.random("clusters");
        int[] cases = new int[2_000];
        int[] successes = new int[2_000];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = 1 + random.nextInt(6);
            double chance = random.nextDouble();
            for (int j = 0; j < cases[i]; j++) {
                successes[i] += random.nextDouble() < chance ? 1 : 0;
            }
        }
        double numerator = Arrays.stream(successes).sum();
        double denominator = Arrays.stream(cases).sum();
        double squares = 0;
        for (int i = 0; i < cases.length; i++) {
            double without = (numerator - successes[i]) / (denominator - cases[i]);
            squares += Math.pow(without - numerator / denominator, 2);
        }
        double jackknife = squares * (cases.length - 1) / cases.length;
        assertThat(ClusteredShare.of(successes, cases).variance() / jackknife).isCloseTo(1, within(0.005));
    }

    @Test
    void where_all_end_alike_each_cluster_counts_once() {
        ClusteredShare share = ClusteredShare.of(
                new int[30],
                new int[] {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3});
        assertThat(share.interval().lower()).isZero();
        assertThat(share.interval().upper())
                .isGreaterThan(WilsonInterval.of(0, 30).upper())
                .isLessThan(WilsonInterval.of(0, 25).upper());
    }

    @Test
    void two_clusters_tell_next_to_nothing() {
        WilsonInterval interval =
                ClusteredShare.of(new int[] {10, 20}, new int[] {50, 50}).interval();
        assertThat(interval.upper() - interval.lower()).isGreaterThan(0.9);
    }

    @Test
    void rejects_what_is_not_a_share() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredShare.of(new int[] {1}, new int[] {2}));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredShare.of(new int[] {1, 3}, new int[] {2, 2}));
    }
}
