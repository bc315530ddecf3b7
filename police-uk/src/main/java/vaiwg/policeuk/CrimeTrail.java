package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.function.ObjLongConsumer;

/** How the files of one release have told of one crime reference of one force so far. Months must not fall. */
final class CrimeTrail {
    private YearMonth crimeMonth;
    private int outcomeRows;
    private boolean charged;

    /** Notes a street row, and counts it where it repeats one. */
    void crime(YearMonth month, ObjLongConsumer<Count> counts) {
        if (crimeMonth != null) {
            counts.accept(crimeMonth.equals(month) ? Count.REPEATED_IN_MONTH : Count.REPEATED_IN_OTHER_MONTH, 1);
        }
        crimeMonth = month;
    }

    /** Notes an outcome row, and counts a court's result before any charge. */
    void outcome(OutcomeLabel label, ObjLongConsumer<Count> counts) {
        charged |= label.charge();
        if (label.courtResult() && !charged) {
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
        counts.accept(Count.CRIMES, 1);
    }
}
