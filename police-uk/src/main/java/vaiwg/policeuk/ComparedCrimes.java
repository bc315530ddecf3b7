package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * The crimes of one type and one force in the compared months, each with its outcome as it stood so many months after the crime's
 * month: no force has had longer than another. Street files are read before outcomes files.
 */
final class ComparedCrimes {
    private static final String UNABLE_TO_PROSECUTE = "unable-to-prosecute";

    private final String group;
    private final Map<String, Dossier> crimes = new HashMap<>();
    private int withoutId;

    /** @param group the crime type's slug */
    ComparedCrimes(String group) {
        this.group = group;
    }

    /** What was counted: crimes, and of these those with an outcome, unable to prosecute, charged; and rows without a crime id. */
    record Totals(int crimes, int withOutcome, int unableToProsecute, int charged, int withoutId) {}

    /** Takes the rows of a month's file. */
    RowStatements in(YearMonth month) {
        return new RowStatements() {
            @Override
            public void crime(String crimeId, int line, Dossier.CrimeSaid said) {
                crimes.computeIfAbsent(crimeId, id -> new Dossier()).crime.put(month, said);
            }

            @Override
            public void outcome(String crimeId, int line, Dossier.OutcomeSaid said) {
                Dossier dossier = crimes.get(crimeId);
                if (dossier != null) {
                    dossier.outcome.put(month, said.after(dossier.outcome.in(month)));
                }
            }

            @Override
            public void crimeWithoutId(String type) {
                withoutId += type.equals(group) ? 1 : 0;
            }
        };
    }

    /** To be called when all street files are read: what is of another type is forgotten. */
    void keepType() {
        crimes.values().removeIf(dossier -> !dossier.crimeNow().said().group().equals(group));
    }

    Totals totals(int followUp) {
        int withOutcome = 0;
        int unable = 0;
        int charged = 0;
        for (Dossier dossier : crimes.values()) {
            dossier.outcome.removeAfter(dossier.crimeNow().month().plusMonths(followUp));
            Dossier.OutcomeState outcome = dossier.outcomeNow();
            if (outcome != null) {
                withOutcome++;
                unable += outcome.group().equals(UNABLE_TO_PROSECUTE) ? 1 : 0;
                charged += OutcomeLabel.isCharge(outcome.type()) ? 1 : 0;
            }
        }
        return new Totals(crimes.size(), withOutcome, unable, charged, withoutId);
    }
}
