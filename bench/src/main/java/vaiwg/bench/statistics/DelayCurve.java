package vaiwg.bench.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.reference.Cause;

/**
 * How the investigations of one kind of crime end, and after how many days: for each kind of end a share, and a log-normal delay.
 * The rest stays open.
 */
final class DelayCurve {
    /** Ages beyond this, in days, are left open. */
    static final int DAYS = 730;

    /** Fits the curve of outcome 16 that the design assumes: .200, .336, .379 and .395 at 30, 90, 180 and 365 days. */
    private static final double SIGMA = 1.105;

    static final double MEDIAN_16 = 30;
    private static final double MEDIAN_14 = 20;
    private static final double MEDIAN_OTHER = 52;

    private static final Cause[] CAUSES = {Cause.OUTCOME_16, Cause.OUTCOME_14, Cause.OTHER_OUTCOME};

    private final double[] cumulative = new double[CAUSES.length * DAYS];
    /** Cumulative hazard of outcome 16 up to and with an age. */
    private final double[] hazard16 = new double[DAYS];

    /** How a case ends. */
    record End(int age, Cause cause) {}

    /** Shares of all crimes that end with outcome 16, with outcome 14, and with any other. */
    DelayCurve(double share16, double share14, double shareOther) {
        double[][] mass = {mass(share16, MEDIAN_16), mass(share14, MEDIAN_14), mass(shareOther, MEDIAN_OTHER)};
        double sum = 0;
        for (int kind = 0; kind < mass.length; kind++) {
            for (int age = 0; age < DAYS; age++) {
                sum += mass[kind][age];
                cumulative[kind * DAYS + age] = sum;
            }
        }
        double left = 1;
        double hazard = 0;
        for (int age = 0; age < DAYS; age++) {
            hazard += mass[0][age] / left;
            hazard16[age] = hazard;
            left -= mass[0][age] + mass[1][age] + mass[2][age];
        }
    }

    /** How a case ends where nothing changes; null where it stays open. */
    End draw(Draw draw) {
        int place = Arrays.binarySearch(cumulative, draw.unit());
        int index = place < 0 ? -place - 1 : place;
        return index >= cumulative.length ? null : new End(index % DAYS, CAUSES[index / DAYS]);
    }

    /**
     * The age at which a case ends with outcome 16 besides, where from an age on its hazard is higher by a share of it;
     * {@link #DAYS} where it does not.
     */
    int drawExtra(int fromAge, double share, Draw draw) {
        if (fromAge >= DAYS) {
            return DAYS;
        }
        double spent = fromAge == 0 ? 0 : hazard16[fromAge - 1];
        double target = spent + draw.exponential(1 / share);
        int place = Arrays.binarySearch(hazard16, target);
        return Math.max(fromAge, place < 0 ? -place - 1 : place);
    }

    private static double[] mass(double share, double median) {
        LogNormalDistribution delay = LogNormalDistribution.of(StrictMath.log(median), SIGMA);
        double[] mass = new double[DAYS];
        for (int age = 0; age < DAYS; age++) {
            mass[age] = share * delay.probability(age, age + 1);
        }
        return mass;
    }
}
