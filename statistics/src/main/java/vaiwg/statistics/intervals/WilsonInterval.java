package vaiwg.statistics.intervals;

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
     * @throws IllegalArgumentException where the two are no share
     */
    public static WilsonInterval of(int successes, int n) {
        if (n < 1 || successes < 0 || successes > n) {
            throw new IllegalArgumentException("not a share: " + successes + " of " + n);
        }
        return of((double) successes / n, n);
    }

    /**
     * The interval of a share that is as sure as one of so many cases.
     *
     * @param share 0 to 1
     * @param n above 0
     */
    public static WilsonInterval of(double share, double n) {
        double centre = share + Z * Z / (2.0 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        double scale = 1 + Z * Z / n;
        // Rounding would leave 0 of n a hair above 0, and n of n below 1.
        double lower = share <= 0 ? 0 : (centre - spread) / scale;
        double upper = share >= 1 ? 1 : (centre + spread) / scale;
        return new WilsonInterval(lower, upper);
    }
}
