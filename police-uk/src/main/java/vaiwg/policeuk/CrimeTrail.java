package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.function.ObjLongConsumer;

/** How the files of one release have told of one crime reference of one force so far. Months must not fall. */
final class CrimeTrail {
    private YearMonth crimeMonth;
    private int outcomeRows;
    private YearMonth firstOutcomeMonth;
    private YearMonth lastOutcomeMonth;
    private boolean severalOutcomesInOneMonth;
    private boolean charged;
    private String firstDecision;
    private boolean replaced;

    /** Notes a street row, and counts it where it repeats one. */
    void crime(YearMonth month, ObjLongConsumer<Count> counts) {
        if (crimeMonth != null) {
            counts.accept(crimeMonth.equals(month) ? Count.REPEATED_IN_MONTH : Count.REPEATED_IN_OTHER_MONTH, 1);
        }
        crimeMonth = month;
    }

    /** Notes an outcome row, and counts a court's result before any charge. */
    void outcome(YearMonth month, OutcomeLabel label, ObjLongConsumer<Count> counts) {
        if (firstOutcomeMonth == null) {
            firstOutcomeMonth = month;
        }
        severalOutcomesInOneMonth |= month.equals(lastOutcomeMonth);
        lastOutcomeMonth = month;
        charged |= label.charge();
        if (!label.courtResult()) {
            replaced |= firstDecision != null && !firstDecision.equals(label.label());
            firstDecision = firstDecision == null ? label.label() : firstDecision;
        } else if (!charged) {
            counts.accept(Count.COURT_RESULTS_WITHOUT_CHARGE, 1);
        }
        outcomeRows++;
    }

    /** Counts what only the whole trail can tell: a crime may come after its outcome. */
    void count(ObjLongConsumer<Count> counts) {
        if (crimeMonth == null) {
            counts.accept(Count.ORPHAN_CRIMES, 1);
            counts.accept(Count.ORPHAN_OUTCOME_ROWS, outcomeRows);
            return;
        }
        boolean before = outcomeRows > 0 && firstOutcomeMonth.isBefore(crimeMonth);
        counts.accept(Count.CRIMES, 1);
        counts.accept(Count.CRIMES_WITH_OUTCOME, outcomeRows > 0 ? 1 : 0);
        counts.accept(Count.CRIMES_WITH_SEVERAL_OUTCOMES, outcomeRows > 1 ? 1 : 0);
        counts.accept(Count.CRIMES_WITH_SEVERAL_OUTCOMES_IN_MONTH, severalOutcomesInOneMonth ? 1 : 0);
        counts.accept(Count.CRIMES_WITH_REPLACED_OUTCOME, replaced ? 1 : 0);
        counts.accept(Count.CRIMES_WITH_OUTCOME_BEFORE_MONTH, before ? 1 : 0);
    }
}
