package vaiwg.statistics.attrition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.intervals.WilsonInterval;

/**
 * The spread of an estimated share where cases come in clusters, as the crimes of one victim do. Of each cluster it is asked how far its
 * cases move the estimate, over all their ages; the variance is the sum of the squares (the infinitesimal jackknife, as of R's
 * {@code survival::survfit} with {@code cluster}). It supposes nothing of how alike the cases of a cluster are, and is meant for dozens of
 * clusters and more.
 */
public final class ClusteredIncidence {
    private final CumulativeIncidence incidence;
    private final List<Exposure> clusters;

    /**
     * @param incidence the estimate from all cases
     * @param clusters who was at risk and who left in each cluster, by age; together they are all cases
     */
    public ClusteredIncidence(CumulativeIncidence incidence, List<Exposure> clusters) {
        this.incidence = incidence;
        this.clusters = List.copyOf(clusters);
    }

    /** The variance of {@link CumulativeIncidence#of}. */
    public double variance(Set<Cause> causes) {
        return variance(causes, 1, 0);
    }

    /**
     * The share among cases that are not removed, as {@link CumulativeIncidence#estimate} has it, with its interval by cluster. Where no
     * case left so, or all did, nothing tells how alike the cases of a cluster are, and each cluster counts once.
     *
     * @param causes without {@link Cause#REMOVED}
     * @return empty where all cases are removed
     */
    public Optional<Estimate> estimate(Set<Cause> causes) {
        return incidence.estimate(causes).map(plain -> {
            double share = plain.value();
            int least = Math.min(plain.atRisk(), clusters.size());
            if (share <= 0) {
                return new Estimate(0, 0, WilsonInterval.of(0, least).upper(), plain.atRisk());
            }
            if (share >= 1) {
                return new Estimate(1, WilsonInterval.of(least, least).lower(), 1, plain.atRisk());
            }
            double kept = 1 - incidence.of(CumulativeIncidence.REMOVED);
            double variance = variance(causes, 1 / kept, share / kept);
            return new Estimate(
                    share,
                    CumulativeIncidence.bound(share, variance, -1),
                    CumulativeIncidence.bound(share, variance, 1),
                    plain.atRisk());
        });
    }

    /** The variance of {@code weight * F(causes) + removedWeight * F(removed)}. */
    private double variance(Set<Cause> causes, double weight, double removedWeight) {
        double[] moved = new double[clusters.size()];
        Exposure all = incidence.exposure();
        double later = 0;
        for (int age = incidence.horizon() - 1; age >= 0; age--) {
            double open = incidence.openAt(age);
            if (open <= 0) {
                continue;
            }
            double atRisk = all.atRisk()[age];
            double left = all.exits(age);
            double weighted = weighted(all, causes, age, weight, removedWeight);
            for (int i = 0; i < moved.length; i++) {
                Exposure own = clusters.get(i);
                double share = own.atRisk()[age] / atRisk;
                moved[i] += open * (weighted(own, causes, age, weight, removedWeight) - share * weighted) / atRisk;
                if (left < atRisk) {
                    moved[i] -= later * (own.exits(age) - share * left) / (atRisk - left);
                }
            }
            later += open * weighted / atRisk;
        }
        double variance = 0;
        for (double of : moved) {
            variance += of * of;
        }
        return variance;
    }

    private static double weighted(Exposure exposure, Set<Cause> causes, int age, double weight, double removedWeight) {
        return weight * exposure.exits(causes, age) + removedWeight * exposure.exits(CumulativeIncidence.REMOVED, age);
    }
}
