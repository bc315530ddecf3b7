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
        int age = Figures.whole("error_day") - plan.day();
        return plan.group() == OffenceGroup.OTHER_SEXUAL
                && plan.exit() == null
                && age > 0
                && age <= Figures.whole("error_age_at_most")
                && file.assignedAt() > calendar.midnight(Figures.whole("error_corrected_day") + 1)
                && !file.goneAt(calendar.midnight(Figures.whole("error_corrected_day") + 1))
                && draw.chance(Figures.of("error_share"));
    }
}
