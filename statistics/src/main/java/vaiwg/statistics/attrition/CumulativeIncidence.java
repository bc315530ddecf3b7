package vaiwg.statistics.attrition;

import java.util.Optional;
import java.util.Set;
import vaiwg.kpis.reference.Cause;
import vaiwg.statistics.intervals.WilsonInterval;

/**
 * The Aalen–Johansen estimate of who will have left for which cause before a horizon: at each age the share of those at risk who
 * left, applied to those who would be left by then. From the events of a window of days it is a period estimate, as a life table
 * is: what would become of a case that went through the window's rates at every age (Brenner and Gefeller 1996).
 *
 * <p>Of cases that go on being crimes of the force the share is F / (1 - F of the removed). Removed cases compete like all others
 * and are divided out at the end; leaving them out from the beginning would leave out only those found already.
 */
public final class CumulativeIncidence {
    private static final Set<Cause> REMOVED = Set.of(Cause.REMOVED);

    private final Exposure exposure;
    private final int horizon;
    /** At each age the share of all cases that is open when it begins. */
    private final double[] open;

    private CumulativeIncidence(Exposure exposure, int horizon, double[] open) {
        this.exposure = exposure;
        this.horizon = horizon;
        this.open = open;
    }

    /**
     * The estimate for ages 0 to {@code horizon - 1}.
     *
     * @return empty where it cannot be made: nobody was at risk at an age that some cases would reach
     */
    public static Optional<CumulativeIncidence> within(int horizon, Exposure exposure) {
        double[] open = new double[horizon + 1];
        open[0] = 1;
        for (int age = 0; age < horizon && open[age] > 0; age++) {
            int atRisk = exposure.atRisk()[age];
            if (atRisk == 0) {
                return Optional.empty();
            }
            open[age + 1] = open[age] * (1 - (double) exposure.exits(age) / atRisk);
        }
        return Optional.of(new CumulativeIncidence(exposure, horizon, open));
    }

    /** The share that is still open at the horizon. */
    public double open() {
        return open[horizon];
    }

    /** The share of all cases that leaves for one of some causes before the horizon: F. */
    public double of(Set<Cause> causes) {
        double sum = 0;
        for (int age = 0; age < horizon && open[age] > 0; age++) {
            sum += increment(causes, age);
        }
        return sum;
    }

    /** The variance of {@link #of}, from the multinomial spread of exits at each age. */
    public double variance(Set<Cause> causes) {
        return variance(causes, 1, 0);
    }

    /**
     * The share among cases that are not removed, with its interval.
     *
     * @param causes without {@link Cause#REMOVED}
     * @return empty where all cases are removed
     */
    public Optional<Estimate> estimate(Set<Cause> causes) {
        if (isAll(Set.of())) {
            return Optional.empty();
        }
        double kept = 1 - of(REMOVED);
        int most = mostAtRisk();
        if (!occur(causes)) {
            return Optional.of(new Estimate(0, 0, WilsonInterval.of(0, most).upper(), most));
        }
        double share = of(causes) / kept;
        if (isAll(causes) || share >= 1) {
            return Optional.of(new Estimate(1, WilsonInterval.of(most, most).lower(), 1, most));
        }
        double variance = variance(causes, 1 / kept, share / kept);
        return Optional.of(new Estimate(share, bound(share, variance, -1), bound(share, variance, 1), most));
    }

    /** The greatest number at risk at any age before the horizon. */
    public int mostAtRisk() {
        int most = 0;
        for (int age = 0; age < horizon; age++) {
            most = Math.max(most, exposure.atRisk()[age]);
        }
        return most;
    }

    /**
     * The variance of {@code weight * F(causes) + removedWeight * F(removed)}: the delta method on the exits of each age, which are
     * multinomial given those at risk. With weights 1 and 0 it is the usual formula of Greenwood's type.
     */
    private double variance(Set<Cause> causes, double weight, double removedWeight) {
        double later = 0;
        double variance = 0;
        for (int age = horizon - 1; age >= 0; age--) {
            if (open[age] <= 0) {
                continue;
            }
            double atRisk = exposure.atRisk()[age];
            double all = exposure.exits(age);
            double mine = exposure.exits(causes, age);
            double removed = exposure.exits(REMOVED, age);
            double mean = (weight * mine + removedWeight * removed) / atRisk;
            double square = (weight * weight * mine + removedWeight * removedWeight * removed) / atRisk;
            if (all < atRisk) {
                variance += later * later * all / (atRisk * (atRisk - all));
            }
            variance += open[age] * open[age] * (square - mean * mean) / atRisk - 2 * later * open[age] * mean / atRisk;
            later += weight * increment(causes, age) + removedWeight * increment(REMOVED, age);
        }
        return variance;
    }

    /** The share of all cases that leaves for one of some causes at an age. */
    private double increment(Set<Cause> causes, int age) {
        return open[age] * exposure.exits(causes, age) / exposure.atRisk()[age];
    }

    private boolean occur(Set<Cause> causes) {
        for (int age = 0; age < horizon && open[age] > 0; age++) {
            if (exposure.exits(causes, age) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing is left open, and nothing left otherwise but what is removed. */
    private boolean isAll(Set<Cause> causes) {
        for (int age = 0; age < horizon && open[age] > 0; age++) {
            if (exposure.exits(age) > exposure.exits(causes, age) + exposure.exits(REMOVED, age)) {
                return false;
            }
        }
        return open() == 0;
    }

    /** A bound that is symmetric for log(-log) of what does not leave so: it stays within 0 and 1. */
    private static double bound(double share, double variance, int side) {
        double stays = 1 - share;
        double spread = WilsonInterval.Z * Math.sqrt(variance) / (stays * Math.abs(StrictMath.log(stays)));
        return 1 - StrictMath.pow(stays, StrictMath.exp(side * spread));
    }
}
