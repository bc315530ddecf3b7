package vaiwg.statistics.signals.charts;

import java.util.Arrays;

/** Many charts at once: of those singled out, a tenth at most may be there by chance (Benjamini and Hochberg 1995). */
public final class FalseDiscovery {
    /** The share by chance that is accepted over a pack. */
    public static final double RATE = 0.1;

    private FalseDiscovery() {}

    /**
     * The greatest probability that is singled out; 0 where none is.
     *
     * @param probabilities of all charts of a pack, 1 for those without a signal
     * @param rate the share by chance that is accepted
     */
    public static double threshold(double[] probabilities, double rate) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= rate * rank / sorted.length) {
                return sorted[rank - 1];
            }
        }
        return 0;
    }
}
