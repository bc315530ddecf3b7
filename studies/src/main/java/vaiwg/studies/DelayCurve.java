package vaiwg.studies;

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
    /** Fits .200, .336, .379 and .395 of crimes with outcome 16 after 30, 90, 180 and 365 days. */
    private static final double SIGMA = 1.105;
    /** Days, by {@link #CAUSES}. */
    private static final double[] MEDIANS = {30, 20, 52};

    private static final Cause[] CAUSES = {Cause.OUTCOME_16, Cause.OUTCOME_14, Cause.OTHER_OUTCOME};
    /** Outcome 16 in the end 40 %, outcome 14 5 %, others 50 %. */
    static final DelayCurve USUAL = new DelayCurve(0.40, 0.05, 0.50);

    private final double[] cumulative = new double[CAUSES.length * DAYS];
    /** Cumulative hazard of outcome 16 up to and with an age. */
    private final double[] hazard16 = new double[DAYS];

    /** How a case ends. */
    record End(int age, Cause cause) {}

    /** @param shares of all crimes that end with outcome 16, with outcome 14, and with any other */
    DelayCurve(double... shares) {
        double[] mass = new double[cumulative.length];
        double sum = 0;
        for (int i = 0; i < mass.length; i++) {
            LogNormalDistribution delay = LogNormalDistribution.of(StrictMath.log(MEDIANS[i / DAYS]), SIGMA);
            mass[i] = shares[i / DAYS] * delay.probability(i % DAYS, i % DAYS + 1);
            sum += mass[i];
            cumulative[i] = sum;
        }
        double left = 1;
        double hazard = 0;
        for (int age = 0; age < DAYS; age++) {
            hazard += mass[age] / left;
            hazard16[age] = hazard;
            left -= mass[age] + mass[DAYS + age] + mass[2 * DAYS + age];
        }
    }

    /** How a case ends where nothing changes; null where it stays open. */
    End draw(Draw draw) {
        int index = index(cumulative, draw.unit());
        return index >= cumulative.length ? null : new End(index % DAYS, CAUSES[index / DAYS]);
    }

    /** The age at which a case ends with outcome 16 besides, where from an age on its hazard is higher by a share of it; {@link #DAYS} where it does not. */
    int drawExtra(int fromAge, double share, Draw draw) {
        if (fromAge >= DAYS) {
            return DAYS;
        }
        double spent = fromAge == 0 ? 0 : hazard16[fromAge - 1];
        return Math.max(fromAge, index(hazard16, spent + draw.exponential(1 / share)));
    }

    private static int index(double[] ascending, double value) {
        int place = Arrays.binarySearch(ascending, value);
        return place < 0 ? -place - 1 : place;
    }
}
