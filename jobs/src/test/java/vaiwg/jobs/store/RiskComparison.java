package vaiwg.jobs.store;

import vaiwg.statistics.intervals.WilsonInterval;

/**
 * How the risk in one arm of a trial compares with that in another, with 95 % intervals.
 *
 * @param difference the first arm's risk less the second's, -1 to 1
 * @param differenceLower its lower bound
 * @param differenceUpper its upper bound
 * @param ratio the first arm's risk by the second's; {@code NaN} where either arm had no event, like its bounds
 * @param ratioLower its lower bound
 * @param ratioUpper its upper bound
 */
record RiskComparison(
        double difference,
        double differenceLower,
        double differenceUpper,
        double ratio,
        double ratioLower,
        double ratioUpper) {
    /**
     * Compares two arms. The difference has Newcombe's hybrid score interval (Newcombe, R. G. (1998), Statistics in Medicine 17,
     * 873–890, method 10), made of the arms' {@link WilsonInterval}s; the ratio Katz's interval on the logarithm (Katz, D. et al.
     * (1978), Biometrics 34, 469–474).
     *
     * @param events 0 to {@code people}, of the first arm
     * @param people at least 1
     * @param otherEvents of the second arm, likewise
     * @throws IllegalArgumentException where these are no shares
     */
    static RiskComparison of(int events, int people, int otherEvents, int otherPeople) {
        WilsonInterval one = WilsonInterval.of(events, people);
        WilsonInterval other = WilsonInterval.of(otherEvents, otherPeople);
        double risk = (double) events / people;
        double otherRisk = (double) otherEvents / otherPeople;
        double difference = risk - otherRisk;
        double ratio = events == 0 || otherEvents == 0 ? Double.NaN : risk / otherRisk;
        double spread = Math.exp(
                WilsonInterval.Z * Math.sqrt(1.0 / events - 1.0 / people + 1.0 / otherEvents - 1.0 / otherPeople));
        return new RiskComparison(
                difference,
                difference - Math.hypot(risk - one.lower(), other.upper() - otherRisk),
                difference + Math.hypot(one.upper() - risk, otherRisk - other.lower()),
                ratio,
                ratio / spread,
                ratio * spread);
    }
}
