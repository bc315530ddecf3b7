package vaiwg.statistics.attrition;

import java.util.Optional;
import vaiwg.statistics.intervals.WilsonInterval;

/**
 * A share as it would be with another cohort's mix of cases: the share of each stratum, weighted by that cohort. A stratum in which
 * nothing was counted is left out, and the others keep their proportions.
 *
 * <p>It is as sure as a plain share of (Σ w)² / Σ (w² / n) cases (Kish 1965), of which it has the score interval; the interval of a
 * difference is put together from those of both shares (Newcombe 1998, Statistics in Medicine 17, 873–890, method 10).
 */
public final class StandardisedShare {
    private double weights;
    private double weighted;
    private double spread;
    private int cases;
    private int cohort;
    private int cohortNumerator;

    /**
     * Adds a stratum.
     *
     * @param weight how many cases of the other cohort are in it
     * @param numerator counted of {@code denominator}
     */
    public void add(int weight, int numerator, int denominator) {
        add(weight, 0, numerator, denominator);
    }

    /** Likewise, where {@code weightNumerator} of the {@code weight} cases of the other cohort are counted too. */
    public void add(int weight, int weightNumerator, int numerator, int denominator) {
        if (weight > 0 && denominator > 0) {
            weights += weight;
            weighted += (double) weight * numerator / denominator;
            spread += (double) weight * weight / denominator;
            cases += denominator;
            cohort += weight;
            cohortNumerator += weightNumerator;
        }
    }

    /** The share; empty where no stratum has cases of both cohorts. */
    public Optional<Estimate> share() {
        if (cases == 0) {
            return Optional.empty();
        }
        double value = weighted / weights;
        WilsonInterval interval = WilsonInterval.of(value, size());
        return Optional.of(new Estimate(value, interval.lower(), interval.upper(), cases));
    }

    /** The other cohort's own share in the same strata, less this one; it rests on the other cohort's cases. */
    public Optional<Estimate> lessThanCohort() {
        if (cases == 0) {
            return Optional.empty();
        }
        double own = (double) cohortNumerator / cohort;
        double alike = weighted / weights;
        WilsonInterval ofOwn = WilsonInterval.of(cohortNumerator, cohort);
        WilsonInterval ofAlike = WilsonInterval.of(alike, size());
        double below = Math.hypot(own - ofOwn.lower(), ofAlike.upper() - alike);
        double above = Math.hypot(ofOwn.upper() - own, alike - ofAlike.lower());
        double value = own - alike;
        return Optional.of(new Estimate(value, value - below, value + above, cohort));
    }

    private double size() {
        return weights * weights / spread;
    }
}
