package vaiwg.statistics.attrition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.intervals.WilsonInterval;

class CumulativeIncidenceTest {
    private static final Set<Cause> OUTCOME_16 = Set.of(Cause.OUTCOME_16);
    private static final Set<Cause> ALL = Set.of(Cause.values());

    @Test
    void what_leaves_for_any_cause_and_what_stays_is_all() {
        Random random = Seed.random("all that leaves and stays");
        for (int run = 0; run < 200; run++) {
            Exposure exposure = Life.exposure(followUp(random, 400, 120), 30, 110, 60);
            CumulativeIncidence incidence =
                    CumulativeIncidence.within(60, exposure).orElseThrow();
            double together = Arrays.stream(Cause.values())
                    .mapToDouble(cause -> incidence.of(Set.of(cause)))
                    .sum();
            assertThat(together + incidence.open()).isCloseTo(1, within(1e-12));
            assertThat(incidence.of(ALL)).isCloseTo(together, within(1e-12));
        }
    }

    /** Of one cohort of which everything is known, the estimate is the plain share, and its variance that of a share. */
    @Test
    void of_a_fully_matured_cohort_it_is_the_plain_share() {
        Random random = Seed.random("matured cohort");
        for (int run = 0; run < 200; run++) {
            List<Life> followUp = new ArrayList<>();
            int horizon = random.nextInt(5, 50);
            for (int i = random.nextInt(5, 300); i > 0; i--) {
                Exit exit = new Exit(0, random.nextInt(80), Cause.of(random.nextInt(Cause.COUNT)), 80);
                boolean removed = exit.cause() == Cause.REMOVED;
                followUp.add(new Life(
                        0, Optional.of(removed ? new Exit(0, random.nextInt(horizon), Cause.REMOVED, 80) : exit)));
            }
            LexisTable table = new LexisTable();
            followUp.forEach(life -> life.addTo(table, 1));
            long kept = followUp.stream()
                    .filter(life -> life.exit().orElseThrow().cause() != Cause.REMOVED)
                    .count();
            long left = followUp.stream()
                    .map(life -> life.exit().orElseThrow())
                    .filter(exit -> exit.cause() == Cause.OUTCOME_16 && exit.age() < horizon)
                    .count();
            Optional<Estimate> estimate = CumulativeIncidence.within(
                            horizon, table.window(101, 90, 100).exposure())
                    .orElseThrow()
                    .estimate(OUTCOME_16);
            if (kept == 0) {
                assertThat(estimate).isEmpty();
                continue;
            }
            double share = (double) left / kept;
            assertThat(estimate.orElseThrow().value()).isCloseTo(share, within(1e-12));
            if (left > 0 && left < kept) {
                double spread = WilsonInterval.Z * Math.sqrt(share / (1 - share) / kept) / -Math.log1p(-share);
                assertThat(estimate.get().lower()).isCloseTo(1 - Math.pow(1 - share, Math.exp(-spread)), within(1e-9));
                assertThat(estimate.get().upper()).isCloseTo(1 - Math.pow(1 - share, Math.exp(spread)), within(1e-9));
            }
        }
    }

    @Test
    void an_interval_holds_its_value_and_stays_within_nought_and_one() {
        Random random = Seed.random("intervals");
        for (int run = 0; run < 500; run++) {
            Exposure exposure = Life.exposure(followUp(random, random.nextInt(5, 120), 60), 10, 55, 30);
            CumulativeIncidence.within(random.nextInt(1, 30), exposure)
                    .flatMap(incidence -> incidence.estimate(Cause.VICTIM_DOES_NOT_SUPPORT))
                    .ifPresent(estimate -> {
                        assertThat(estimate.value()).isBetween(0.0, 1.0);
                        assertThat(estimate.lower()).isBetween(0.0, estimate.value());
                        assertThat(estimate.upper()).isBetween(estimate.value(), 1.0);
                    });
        }
    }

    /** Half of the cases leave after the window's view; what the removed would have done is nobody's guess. */
    @Test
    void removed_cases_compete_and_are_divided_out() {
        Exposure exposure =
                exposure(new int[] {10, 8, 4}, new int[] {0, 2, 0}, new int[] {2, 0, 0}, new int[] {0, 2, 0});
        CumulativeIncidence incidence = CumulativeIncidence.within(3, exposure).orElseThrow();
        assertThat(incidence.of(OUTCOME_16)).isCloseTo(0.2, within(1e-15));
        assertThat(incidence.of(Set.of(Cause.REMOVED))).isCloseTo(0.2, within(1e-15));
        assertThat(incidence.estimate(OUTCOME_16).orElseThrow().value()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void where_nobody_is_at_risk_that_some_would_reach_there_is_no_estimate() {
        Exposure exposure = exposure(new int[] {5, 0, 5}, new int[] {1, 0, 1}, new int[3], new int[3]);
        assertThat(CumulativeIncidence.within(1, exposure)).isPresent();
        assertThat(CumulativeIncidence.within(2, exposure)).isEmpty();
        assertThat(CumulativeIncidence.within(3, exposure)).isEmpty();
    }

    @Test
    void where_all_have_left_nothing_remains_to_be_estimated() {
        Exposure exposure = exposure(new int[] {5, 0, 0}, new int[] {3, 0, 0}, new int[3], new int[] {2, 0, 0});
        CumulativeIncidence incidence = CumulativeIncidence.within(3, exposure).orElseThrow();
        assertThat(incidence.open()).isZero();
        assertThat(incidence.of(OUTCOME_16)).isCloseTo(0.6, within(1e-15));
        assertThat(incidence.variance(OUTCOME_16)).isCloseTo(0.6 * 0.4 / 5, within(1e-15));
    }

    @Test
    void none_and_all_have_wilsons_interval() {
        Exposure none = exposure(new int[] {40, 30}, new int[2], new int[] {1, 0}, new int[] {9, 2});
        assertThat(CumulativeIncidence.within(2, none).orElseThrow().estimate(OUTCOME_16))
                .contains(new Estimate(0, 0, WilsonInterval.of(0, 40).upper(), 40));
        Exposure all = exposure(new int[] {40, 30}, new int[] {9, 30}, new int[] {1, 0}, new int[2]);
        assertThat(CumulativeIncidence.within(2, all).orElseThrow().estimate(OUTCOME_16))
                .contains(new Estimate(1, WilsonInterval.of(40, 40).lower(), 1, 40));
    }

    @Test
    void where_all_are_removed_there_is_no_share() {
        Exposure exposure = exposure(new int[] {4}, new int[1], new int[] {4}, new int[1]);
        assertThat(CumulativeIncidence.within(1, exposure).orElseThrow().estimate(OUTCOME_16))
                .isEmpty();
    }

    private static List<Life> followUp(Random random, int number, int days) {
        List<Life> followUp = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            followUp.add(Life.random(random, days));
        }
        return followUp;
    }

    private static Exposure exposure(int[] atRisk, int[] outcome16, int[] removed, int[] charged) {
        int[][] exits = new int[Cause.COUNT][atRisk.length];
        exits[Cause.OUTCOME_16.ordinal()] = outcome16;
        exits[Cause.REMOVED.ordinal()] = removed;
        exits[Cause.CHARGED.ordinal()] = charged;
        return new Exposure(atRisk, exits);
    }
}
