package vaiwg.statistics.signals.charts;

/**
 * Where the points of an undisturbed process lie, but for about three in a thousand.
 *
 * @param lower three sigma below the centre, or where the scale ends
 * @param centre the mean
 * @param upper three sigma above
 * @param sigma one sigma, more than 0
 */
public record Limits(double lower, double centre, double upper, double sigma) {
    static Limits around(double centre, double sigma, double least, double greatest) {
        return new Limits(Math.max(least, centre - 3 * sigma), centre, Math.min(greatest, centre + 3 * sigma), sigma);
    }
}
