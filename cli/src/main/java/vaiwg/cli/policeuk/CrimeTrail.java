package vaiwg.cli.policeuk;

import java.time.YearMonth;

/**
 * What the files have said so far about one crime reference of one force. This is all that an import keeps in memory: some
 * two hundred bytes a crime.
 */
final class CrimeTrail {
    private int crimeVersions;
    private YearMonth crimeMonth;
    private int outcomeVersions;
    private YearMonth firstOutcomeMonth;
    private YearMonth lastOutcomeMonth;
    private boolean severalOutcomesInOneMonth;
    private YearMonth chargedIn;

    /** Notes a street row and gives its version. Months must not fall. */
    int addCrime(YearMonth month) {
        crimeMonth = month;
        return ++crimeVersions;
    }

    /** Notes an outcome row and gives its version. Months must not fall. */
    int addOutcome(YearMonth month, OutcomeLabel label) {
        if (firstOutcomeMonth == null) {
            firstOutcomeMonth = month;
        }
        severalOutcomesInOneMonth |= month.equals(lastOutcomeMonth);
        lastOutcomeMonth = month;
        if (label.charge()) {
            chargedIn = month;
        }
        return ++outcomeVersions;
    }

    boolean inStreetFiles() {
        return crimeVersions > 0;
    }

    /** The month of the newest street row, or null if there was none. */
    YearMonth crimeMonth() {
        return crimeMonth;
    }

    int outcomeRows() {
        return outcomeVersions;
    }

    boolean severalOutcomesInOneMonth() {
        return severalOutcomesInOneMonth;
    }

    /** The month of the newest charge, or null if the files have shown none yet. */
    YearMonth chargedIn() {
        return chargedIn;
    }

    boolean outcomeBeforeCrime() {
        return inStreetFiles() && outcomeVersions > 0 && firstOutcomeMonth.isBefore(crimeMonth);
    }
}
