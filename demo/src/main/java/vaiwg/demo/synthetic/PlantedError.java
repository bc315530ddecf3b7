package vaiwg.demo.synthetic;

/**
 * A mistake that the daily alarm has to take back: on one day outcome 16 is entered for open cases of one group that have none, and
 * the entries are taken back some days later.
 */
final class PlantedError {
    private PlantedError() {}

    /** Whether outcome 16 is entered for a case by error; only cases that stay open until it is taken back. */
    static boolean befalls(CaseFile file, ForceCalendar calendar, Draw draw) {
        CasePlan plan = file.plan();
        int age = WestMidlandsFigures.ERROR_DAY - plan.day();
        return plan.group() == WestMidlandsFigures.ERROR_IN
                && plan.exit() == null
                && age > 0
                && age <= WestMidlandsFigures.ERROR_AGE_AT_MOST
                && file.assignedAt() > calendar.midnight(WestMidlandsFigures.ERROR_CORRECTED_DAY + 1)
                && !file.goneAt(calendar.midnight(WestMidlandsFigures.ERROR_CORRECTED_DAY + 1))
                && draw.chance(WestMidlandsFigures.ERROR_SHARE);
    }

    static long enteredAt(ForceCalendar calendar, Draw draw) {
        return calendar.hourOf(WestMidlandsFigures.ERROR_DAY, draw.uniform(9, 11));
    }

    static long correctedAt(ForceCalendar calendar, Draw draw) {
        return calendar.hourOf(WestMidlandsFigures.ERROR_CORRECTED_DAY, draw.uniform(14, 16));
    }
}
