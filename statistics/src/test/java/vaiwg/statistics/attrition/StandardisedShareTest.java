package vaiwg.statistics.attrition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import vaiwg.statistics.intervals.WilsonInterval;

class StandardisedShareTest {
    private static final double NEAR = 1e-12;

    private final StandardisedShare share = new StandardisedShare();

    @Test
    void with_its_own_mix_a_share_is_what_it_is() {
        share.add(10, 3, 10);
        share.add(90, 45, 90);
        Estimate estimate = share.share().orElseThrow();
        WilsonInterval plain = WilsonInterval.of(48, 100);
        assertThat(estimate.value()).isEqualTo(0.48, within(NEAR));
        assertThat(estimate.lower()).isEqualTo(plain.lower(), within(NEAR));
        assertThat(estimate.upper()).isEqualTo(plain.upper(), within(NEAR));
        assertThat(estimate.atRisk()).isEqualTo(100);
    }

    @Test
    void another_mix_weighs_the_strata_and_makes_the_share_less_sure() {
        share.add(50, 3, 10);
        share.add(50, 45, 90);
        Estimate estimate = share.share().orElseThrow();
        assertThat(estimate.value()).isEqualTo((0.3 + 0.5) / 2, within(NEAR));
        // 1 / (0.5² / 10 + 0.5² / 90) = 36 cases' worth
        WilsonInterval ofThirtySix = WilsonInterval.of(0.4, 36);
        assertThat(estimate.lower()).isEqualTo(ofThirtySix.lower(), within(NEAR));
        assertThat(estimate.upper()).isEqualTo(ofThirtySix.upper(), within(NEAR));
    }

    @Test
    void a_stratum_that_one_of_the_cohorts_lacks_is_left_out() {
        share.add(0, 5, 5);
        share.add(7, 0, 0);
        assertThat(share.share()).isEmpty();
        assertThat(share.lessThanCohort()).isEmpty();
        share.add(20, 2, 8);
        assertThat(share.share().orElseThrow().value()).isEqualTo(0.25, within(NEAR));
        assertThat(share.share().orElseThrow().atRisk()).isEqualTo(8);
    }

    /** Newcombe 1998, table II, (a): 56/70 less 48/80 is 0.2 with 0.0524 to 0.3339 by method 10. */
    @Test
    void the_interval_of_a_difference_is_the_published_one() {
        share.add(70, 56, 48, 80);
        Estimate gap = share.lessThanCohort().orElseThrow();
        assertThat(gap.value()).isEqualTo(0.2, within(NEAR));
        assertThat(gap.lower()).isEqualTo(0.0524, within(5e-5));
        assertThat(gap.upper()).isEqualTo(0.3339, within(5e-5));
        assertThat(gap.atRisk()).isEqualTo(70);
    }

    @Test
    void alike_in_every_stratum_there_is_no_gap_however_the_mixes_differ() {
        share.add(90, 45, 5, 10);
        share.add(10, 1, 20, 200);
        assertThat(share.lessThanCohort().orElseThrow().value()).isEqualTo(0, within(NEAR));
    }
}
