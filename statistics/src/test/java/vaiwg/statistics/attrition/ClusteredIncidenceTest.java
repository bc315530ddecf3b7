package vaiwg.statistics.attrition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;
import vaiwg.kpis.reference.Cause;

class ClusteredIncidenceTest {
    private static final Set<Cause> OUTCOME_16 = Set.of(Cause.OUTCOME_16);
    private static final int HORIZON = 40;

    /** Where every case is seen from its first age on, both formulas are one: docs/decisions/0015-spread-of-the-estimate.md. */
    @Test
    void with_clusters_of_one_it_is_the_usual_variance() {
        Random random = Seed.random("clusters of one");
        List<Life> followUp = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            followUp.add(Life.random(random, 60));
        }
        CumulativeIncidence incidence = incidence(followUp, 0, 400);
        ClusteredIncidence clustered = new ClusteredIncidence(
                incidence,
                followUp.stream().map(life -> exposure(List.of(life), 0, 400)).toList());
        assertThat(clustered.variance(OUTCOME_16)).isCloseTo(incidence.variance(OUTCOME_16), within(1e-12));
        Estimate plain = incidence.estimate(OUTCOME_16).orElseThrow();
        Estimate byCase = clustered.estimate(OUTCOME_16).orElseThrow();
        assertThat(byCase.lower()).isCloseTo(plain.lower(), within(1e-12));
        assertThat(byCase.upper()).isCloseTo(plain.upper(), within(1e-12));
    }

    /** In a window cases come into view at an age; there the jackknife is found by weighing each cluster a little more. */
    @Test
    void it_is_how_far_each_cluster_moves_the_estimate() {
        Random random = Seed.random("clusters in a window");
        List<List<Life>> victims = new ArrayList<>();
        List<Life> followUp = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Life> own = new ArrayList<>();
            for (int j = random.nextInt(1, 5); j > 0; j--) {
                own.add(Life.random(random, 120));
            }
            victims.add(own);
            followUp.addAll(own);
        }
        CumulativeIncidence incidence = incidence(followUp, 60, 110);
        List<Exposure> clusters =
                victims.stream().map(own -> exposure(own, 60, 110)).toList();
        int thousand = 100_000;
        double squares = 0;
        for (int i = 0; i < victims.size(); i++) {
            int one = i;
            double more = weighted(clusters, cluster -> cluster == one ? thousand + 1 : thousand);
            double less = weighted(clusters, cluster -> cluster == one ? thousand - 1 : thousand);
            double moved = (more - less) / 2 * thousand;
            squares += moved * moved;
        }
        double variance = new ClusteredIncidence(incidence, clusters).variance(OUTCOME_16);
        assertThat(variance / squares).isCloseTo(1, within(1e-5));
    }

    @Test
    void cases_that_are_the_same_tell_as_much_as_one() {
        Random random = Seed.random("same cases");
        List<Life> once = new ArrayList<>();
        List<Life> thrice = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Life life = Life.random(random, 60);
            once.add(life);
            thrice.addAll(List.of(life, life, life));
        }
        CumulativeIncidence incidence = incidence(thrice, 0, 400);
        List<Exposure> clusters = once.stream()
                .map(life -> exposure(List.of(life, life, life), 0, 400))
                .toList();
        assertThat(new ClusteredIncidence(incidence, clusters).variance(OUTCOME_16))
                .isCloseTo(incidence(once, 0, 400).variance(OUTCOME_16), within(1e-12))
                .isCloseTo(3 * incidence.variance(OUTCOME_16), within(1e-12));
    }

    @Test
    void where_none_left_so_each_cluster_counts_once() {
        Life open = new Life(0, Optional.empty());
        List<Life> followUp = List.of(open, open, open, open, open, open);
        List<Exposure> victims =
                List.of(exposure(followUp.subList(0, 3), 0, 90), exposure(followUp.subList(3, 6), 0, 90));
        CumulativeIncidence incidence = incidence(followUp, 0, 90);
        Estimate byVictim =
                new ClusteredIncidence(incidence, victims).estimate(OUTCOME_16).orElseThrow();
        assertThat(byVictim.value()).isZero();
        assertThat(byVictim.upper())
                .isGreaterThan(incidence.estimate(OUTCOME_16).orElseThrow().upper());
    }

    private interface Weight {
        int of(int cluster);
    }

    private static double weighted(List<Exposure> clusters, Weight weight) {
        int[] atRisk = new int[HORIZON];
        int[][] exits = new int[Cause.COUNT][HORIZON];
        for (int i = 0; i < clusters.size(); i++) {
            for (int age = 0; age < HORIZON; age++) {
                atRisk[age] += weight.of(i) * clusters.get(i).atRisk()[age];
                for (int cause = 0; cause < Cause.COUNT; cause++) {
                    exits[cause][age] += weight.of(i) * clusters.get(i).exits()[cause][age];
                }
            }
        }
        return CumulativeIncidence.within(HORIZON, new Exposure(atRisk, exits))
                .orElseThrow()
                .of(OUTCOME_16);
    }

    private static CumulativeIncidence incidence(List<Life> followUp, int first, int last) {
        return CumulativeIncidence.within(HORIZON, exposure(followUp, first, last))
                .orElseThrow();
    }

    private static Exposure exposure(List<Life> followUp, int first, int last) {
        return Life.exposure(followUp, first, last, HORIZON);
    }
}
