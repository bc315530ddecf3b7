package vaiwg.policeuk;

import java.time.YearMonth;

/** How the files of one release have told of one crime reference of one force so far: what a report counts. */
final class CrimeTrail {
    private YearMonth crimeMonth;
    private int outcomeRows;
    private YearMonth firstOutcomeMonth;
    private YearMonth lastOutcomeMonth;
    private boolean severalOutcomesInOneMonth;
    private boolean charged;
    private String firstDecision;
    private boolean replaced;

    /** Notes a street row. Months must not fall. */
    void addCrime(YearMonth month) {
        crimeMonth = month;
    }

    /** Notes an outcome row. Months must not fall. */
    void addOutcome(YearMonth month, OutcomeLabel label) {
        if (firstOutcomeMonth == null) {
            firstOutcomeMonth = month;
        }
        severalOutcomesInOneMonth |= month.equals(lastOutcomeMonth);
        lastOutcomeMonth = month;
        charged |= label.charge();
        if (!label.courtResult()) {
            replaced |= firstDecision != null && !firstDecision.equals(label.label());
            firstDecision = firstDecision == null ? label.label() : firstDecision;
        }
        outcomeRows++;
    }

    boolean inStreetFiles() {
        return crimeMonth != null;
    }

    /** The month of the newest street row, or null if there was none. */
    YearMonth crimeMonth() {
        return crimeMonth;
    }

    int outcomeRows() {
        return outcomeRows;
    }

    boolean severalOutcomesInOneMonth() {
        return severalOutcomesInOneMonth;
    }

    /** Whether the files have shown a charge so far. */
    boolean charged() {
        return charged;
    }

    /** Whether a row, other than a court's result, says something else than the first. */
    boolean outcomeReplaced() {
        return replaced;
    }

    boolean outcomeBeforeCrime() {
        return inStreetFiles() && outcomeRows > 0 && firstOutcomeMonth.isBefore(crimeMonth);
    }
}
