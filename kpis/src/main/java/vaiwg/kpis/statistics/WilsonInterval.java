package vaiwg.kpis.statistics;

/**
 * The 95 % score interval of a share: Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212.
 * Unlike the simple interval it stays within 0 and 1 and holds its level for shares near either end.
 *
 * @param lower lower bound, 0 to 1
 * @param upper upper bound, 0 to 1
 */
public record WilsonInterval(double lower, double upper) {
    /** The 97.5th percentile of the standard normal distribution. */
    public static final double Z = 1.959963984540054;

    /**
     * The interval of a share.
     *
     * @param successes 0 to {@code n}
     * @param n at least 1
     */
    public static WilsonInterval of(int successes, int n) {
        if (n < 1 || successes < 0 || successes > n) {
            throw new IllegalArgumentException("not a share: " + successes + " of " + n);
        }
        WilsonInterval interval = ofShare((double) successes / n, n);
        // Rounding would leave 0 of n a hair above 0, and n of n below 1.
        return new WilsonInterval(successes == 0 ? 0 : interval.lower, successes == n ? 1 : interval.upper);
    }

    /**
     * The interval of a share that tells as much as one of {@code n} independent cases.
     *
     * @param share 0 to 1
     * @param n above 0, not necessarily whole
     */
    static WilsonInterval ofShare(double share, double n) {
        double centre = share + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new WilsonInterval(Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
    }
}
