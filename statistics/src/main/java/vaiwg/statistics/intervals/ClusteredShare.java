package vaiwg.statistics.intervals;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A share of cases that come in clusters: one victim may have ten crimes, and they end alike more often than those of ten victims.
 * The variance is that of a ratio of cluster totals, by linearisation (Cochran 1977, Sampling Techniques, 6.3), so it supposes nothing
 * of how alike the cases of a cluster are. The interval is Wilson's for as many independent cases as tell as much, fewer still where
 * clusters are few (Korn and Graubard 1998, Survey Methodology 24, 193-201).
 *
 * @param share 0 to 1
 * @param variance of the share between clusters; 0 where all clusters have the same share
 * @param effective so many independent cases tell as much; at most the number of cases
 */
public record ClusteredShare(double share, double variance, double effective) {
    /**
     * The share over all clusters.
     *
     * @param successes by cluster, 0 to its cases
     * @param cases by cluster, at least 1; two clusters or more
     * @throws IllegalArgumentException where there are fewer clusters, or one has no share
     */
    public static ClusteredShare of(int[] successes, int[] cases) {
        int clusters = cases.length;
        if (clusters < 2 || successes.length != clusters) {
            throw new IllegalArgumentException("a share by cluster needs two clusters or more, not " + clusters);
        }
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < clusters; i++) {
            if (cases[i] < 1 || successes[i] < 0 || successes[i] > cases[i]) {
                throw new IllegalArgumentException("not a share: " + successes[i] + " of " + cases[i]);
            }
            numerator += successes[i];
            denominator += cases[i];
        }
        double share = numerator / denominator;
        double squares = 0;
        for (int i = 0; i < clusters; i++) {
            double residual = successes[i] - share * cases[i];
            squares += residual * residual;
        }
        double variance = squares * clusters / (clusters - 1) / (denominator * denominator);
        // Where all cases end alike nothing tells how alike those of one cluster are: each counts once.
        double independent = variance > 0 ? Math.min(denominator, share * (1 - share) / variance) : clusters;
        double student = TDistribution.of(clusters - 1).inverseCumulativeProbability(0.975);
        double few = WilsonInterval.Z / student;
        return new ClusteredShare(share, variance, independent * few * few);
    }

    /** How many times the variance is that of as many independent cases; 1 where it is no more, or where nothing tells. */
    public double designEffect(int cases) {
        double independent = share * (1 - share) / cases;
        return independent > 0 ? Math.max(1, variance / independent) : 1;
    }

    /** The 95 % interval. */
    public WilsonInterval interval() {
        return WilsonInterval.of(share, effective);
    }
}
