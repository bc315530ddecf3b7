package vaiwg.statistics.streams;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import vaiwg.kpis.time.WorkingDays;

/**
 * The days on which offices rest: Saturdays, Sundays, bank holidays, and all from 24 December to 1 January, as many systems and those who
 * fill them pause between the years. How many there are in a range is looked up, as it is asked for at every midnight.
 */
public final class RestDays {
    private static final int FIRST = Math.toIntExact(LocalDate.of(1990, 1, 1).toEpochDay());
    private static final int END = Math.toIntExact(LocalDate.of(2070, 1, 1).toEpochDay());
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    /** How many there are before the day of an index; beyond the range none are known. */
    private final int[] before = new int[END - FIRST + 1];

    public RestDays(WorkingDays workingDays) {
        for (int i = 0; i < END - FIRST; i++) {
            before[i + 1] = before[i] + (isRest(workingDays, LocalDate.ofEpochDay(FIRST + i)) ? 1 : 0);
        }
    }

    /** @param day a day number */
    boolean isRest(int day) {
        return in(day, day) == 1;
    }

    /** How many of the days from one to another, both included, are days of rest. */
    int in(int from, int to) {
        return to < from ? 0 : before[index(to + 1)] - before[index(from)];
    }

    private static int index(int day) {
        return Math.min(Math.max(day - FIRST, 0), END - FIRST);
    }

    private static boolean isRest(WorkingDays workingDays, LocalDate date) {
        MonthDay ofYear = MonthDay.from(date);
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()
                || !workingDays.isWorking(date)
                || !ofYear.isBefore(CHRISTMAS_EVE)
                || ofYear.equals(NEW_YEAR);
    }
}
