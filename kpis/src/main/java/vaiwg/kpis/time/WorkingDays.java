package vaiwg.kpis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Working days in England and Wales: Monday to Friday without the bank holidays. */
public final class WorkingDays {
    private final Set<LocalDate> holidays;

    public WorkingDays(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    /**
     * The last day on which something due within {@code days} working days of a decision is in time. The day of the decision
     * is day 0; one taken on a non-working day starts on the next working day.
     *
     * @param day the day of the decision
     * @param days 0 or more
     */
    public int deadline(int day, int days) {
        LocalDate date = LocalDate.ofEpochDay(day);
        while (!isWorking(date)) {
            date = date.plusDays(1);
        }
        for (int left = days; left > 0; left--) {
            do {
                date = date.plusDays(1);
            } while (!isWorking(date));
        }
        return Math.toIntExact(date.toEpochDay());
    }

    /** Whether a date is a working day. */
    public boolean isWorking(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(date);
    }
}
