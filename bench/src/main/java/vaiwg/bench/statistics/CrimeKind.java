package vaiwg.bench.statistics;

import java.util.List;
import vaiwg.statistics.signals.alarm.Stratum;

/**
 * One kind of crime of a simulated force.
 *
 * @param perDay crimes recorded on an average day
 * @param curve how they end
 * @param strata the strata to which they belong
 */
record CrimeKind(double perDay, DelayCurve curve, List<Stratum> strata) {
    /** Share of crimes that end with outcome 16, in the usual curve. */
    static final double SHARE_16 = 0.4;

    /** The curve of the design: outcome 16 in the end 40 %, outcome 14 5 %, others 50 %. */
    static final DelayCurve USUAL = new DelayCurve(SHARE_16, 0.05, 0.50);

    /** One kind in one stratum. */
    static List<CrimeKind> one(double perDay) {
        return List.of(new CrimeKind(perDay, USUAL, List.of(Stratum.VAIWG)));
    }

    /** A force of about the size of a large one: a hundred crimes a day in six overlapping strata. */
    static List<CrimeKind> force() {
        DelayCurve rape = new DelayCurve(0.50, 0.04, 0.36);
        DelayCurve domestic = new DelayCurve(0.55, 0.05, 0.38);
        return List.of(
                new CrimeKind(6, rape, List.of(Stratum.VAIWG, Stratum.RAPE)),
                new CrimeKind(2, rape, List.of(Stratum.VAIWG, Stratum.RAPE, Stratum.DOMESTIC_ABUSE)),
                new CrimeKind(8, USUAL, List.of(Stratum.VAIWG, Stratum.OTHER_SEXUAL)),
                new CrimeKind(
                        10,
                        domestic,
                        List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT, Stratum.STALKING, Stratum.DOMESTIC_ABUSE)),
                new CrimeKind(4, USUAL, List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT, Stratum.STALKING)),
                new CrimeKind(25, USUAL, List.of(Stratum.VAIWG, Stratum.STALKING_HARASSMENT)),
                new CrimeKind(45, domestic, List.of(Stratum.VAIWG, Stratum.DOMESTIC_ABUSE)));
    }
}
