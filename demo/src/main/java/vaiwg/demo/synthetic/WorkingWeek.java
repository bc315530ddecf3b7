package vaiwg.demo.synthetic;

/** Working days by the force's own calendar. */
final class WorkingWeek {
    private final ForceCalendar calendar;
    private final int firstDay;

    WorkingWeek(ForceCalendar calendar) {
        this.calendar = calendar;
        firstDay = (int) calendar.date(0).toEpochDay();
    }

    /** The day, counted from 1970, that is so many working days after one, or after the next working day where it is none. */
    int after(int day, int workingDays) {
        int reached = next(day);
        for (int i = 0; i < workingDays; i++) {
            reached = next(reached + 1);
        }
        return reached;
    }

    private int next(int day) {
        int working = day;
        while (calendar.nonWorking(working - firstDay)) {
            working++;
        }
        return working;
    }
}
