package vaiwg.bench.statistics;

/**
 * Under which conditions a simulated force works. Days are day numbers.
 *
 * @param reportingDelay mean days from a decision to its entry
 * @param batchDays share of days on which half of the entries are made on the next day: systems are down, teams enter in batches
 * @param riseFrom from when on the hazard of outcome 16 is one fifth higher, {@link #NEVER} where it never is
 * @param surgeFrom from when on one and a half times as many crimes are recorded, likewise
 */
record Conditions(double reportingDelay, double batchDays, int riseFrom, int surgeFrom) {
    static final int NEVER = Integer.MAX_VALUE;

    /** A decision due on a day on which nobody must work is made then with this chance, else on the next. */
    static final double DECIDED_ON_FREE_DAYS = 0.4;
    /** Share of crimes cancelled, transferred or merged, and the mean days until then. */
    static final double REMOVED = 0.08;

    static final double DAYS_TO_REMOVAL = 30;
    /** Share of outcomes 16 entered by error, and the mean days until another takes its place. */
    static final double WRONG = 0.02;

    static final double DAYS_TO_CORRECTION = 21;
    static final double RISE = 0.2;
    static final double SURGE = 1.5;
    /** What the demonstration's force has. */
    static final double USUAL_REPORTING_DELAY = 3;

    /** Every tenth day half of the entries are made a day late. */
    static final double BATCH_DAYS = 0.1;

    /** Nothing changes. */
    static Conditions steady(double reportingDelay) {
        return new Conditions(reportingDelay, 0, NEVER, NEVER);
    }

    /** Nothing changes, but entries are made in batches. */
    static Conditions inBatches() {
        return new Conditions(USUAL_REPORTING_DELAY, BATCH_DAYS, NEVER, NEVER);
    }
}
