package vaiwg.statistics.signals.charts;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Units side by side: each by its size against the share of all, within limits that narrow with size. No unit is ranked. Units
 * differ for reasons that nobody recorded; so where they differ more than by chance, the limits are widened for all by the variance
 * between units (Spiegelhalter 2005, 2012: random effects, the extreme tenths winsorised before it is estimated).
 *
 * @param target the share of all units
 * @param varianceOfOne the variance within a unit of denominator 1
 * @param highest above this lies no limit
 * @param betweenUnits the variance between units beyond chance; 0 where they differ as by chance
 */
public record Funnel(double target, double varianceOfOne, double highest, double betweenUnits) {
    /** The limits that a unit beyond is looked at: one in a thousand on either side. */
    public static final double NEAR_CERTAIN = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.001);
    /** 2.5 % on either side. */
    public static final double WARNING = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

    private static final double DRAWN_IN = 0.1;

    /** A unit's share, or its events for each of its people. */
    public record Unit(String name, int numerator, int denominator) {
        double share() {
            return (double) numerator / denominator;
        }
    }

    /** The funnel of shares, which are binomial within a unit; each denominator is at least 1. */
    public static Funnel of(List<Unit> units) {
        double target = target(units);
        return of(units, target, target * (1 - target), 1);
    }

    /** The funnel of events for each of many people, which are Poisson within a unit; each denominator is at least 1. */
    public static Funnel ofRates(List<Unit> units) {
        double target = target(units);
        return of(units, target, target, Double.POSITIVE_INFINITY);
    }

    private static Funnel of(List<Unit> units, double target, double varianceOfOne, double highest) {
        double[] errors = units.stream()
                .mapToDouble(unit -> Math.sqrt(varianceOfOne / unit.denominator()))
                .toArray();
        double[] z = new double[errors.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = errors[i] == 0 ? 0 : (units.get(i).share() - target) / errors[i];
        }
        return new Funnel(target, varianceOfOne, highest, betweenUnits(winsorised(z, DRAWN_IN), errors));
    }

    private static double target(List<Unit> units) {
        double numerator = units.stream().mapToInt(Unit::numerator).sum();
        return numerator / units.stream().mapToLong(Unit::denominator).sum();
    }

    /** The limits for a denominator, so many sigma on either side. */
    public Limits limits(int denominator, double sigmas) {
        double sigma = sigma(denominator);
        return new Limits(
                Math.max(0, target - sigmas * sigma), target, Math.min(highest, target + sigmas * sigma), sigma);
    }

    private double sigma(int denominator) {
        return Math.sqrt(varianceOfOne / denominator + betweenUnits);
    }

    /**
     * The variance between units by the method of moments (DerSimonian and Laird 1986).
     *
     * @param z standardised differences from the target
     * @param errors standard errors within units
     */
    static double betweenUnits(double[] z, double[] errors) {
        double heterogeneity = Arrays.stream(z).map(value -> value * value).sum();
        double weights = Arrays.stream(errors).map(error -> 1 / (error * error)).sum();
        double squares = Arrays.stream(errors).map(error -> Math.pow(error, -4)).sum();
        double beyondChance = heterogeneity - (z.length - 1);
        return Math.max(0, beyondChance / (weights - squares / weights));
    }

    /** Values beyond a share at either end are set to the value there. */
    static double[] winsorised(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int drawn = (int) Math.floor(share * sorted.length);
        double low = sorted[drawn];
        double high = sorted[sorted.length - 1 - drawn];
        return Arrays.stream(values)
                .map(value -> Math.min(high, Math.max(low, value)))
                .toArray();
    }
}
