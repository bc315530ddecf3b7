package vaiwg.kpis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Working days in England and Wales: Monday to Friday without the bank holidays. They are known for the whole years from the first to
 * the last that the list names; no deadline is computed outside them.
 */
public final class WorkingDays {
    private final Set<LocalDate> holidays;
    private final int first;
    private final int last;
    /** All working days from the first to the last for which bank holidays are known, in order. */
    private final int[] working;
    /** By day since the first: the place in {@link #working} of the first working day on or after it. */
    private final int[] next;

    /** @param holidays all of each year that they name; at least one */
    public WorkingDays(Collection<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
        int firstYear = holidays.stream().mapToInt(LocalDate::getYear).min().orElseThrow();
        int lastYear = holidays.stream().mapToInt(LocalDate::getYear).max().orElseThrow();
        this.first = Math.toIntExact(LocalDate.of(firstYear, 1, 1).toEpochDay());
        this.last = Math.toIntExact(LocalDate.of(lastYear, 12, 31).toEpochDay());
        this.working = IntStream.rangeClosed(first, last)
                .filter(day -> isWorking(LocalDate.ofEpochDay(day)))
                .toArray();
        this.next = new int[last - first + 1];
        int place = 0;
        for (int day = first; day <= last; day++) {
            next[day - first] = place;
            place += place < working.length && working[place] == day ? 1 : 0;
        }
    }

    /** The last day for which bank holidays are known. */
    public LocalDate knownThrough() {
        return LocalDate.ofEpochDay(last);
    }

    /**
     * The last day on which something due within {@code days} working days of a decision is in time; empty where the bank holidays up
     * to then are not known. The day of the decision is day 0; one taken on a non-working day starts on the next working day.
     *
     * @param day the day of the decision
     * @param days 0 or more
     */
    public OptionalInt deadline(int day, int days) {
        if (day < first || day > last) {
            return OptionalInt.empty();
        }
        int place = next[day - first] + days;
        return place < working.length ? OptionalInt.of(working[place]) : OptionalInt.empty();
    }

    /**
     * The last instant by which a court has to hear what is due so many hours after a notice: these are elapsed hours, without those of
     * Sundays, Christmas Day, Good Friday and bank holidays, as the Crime and Security Act 2010 (section 27) counts the 48 of a domestic
     * violence protection order; 26 December is a bank holiday by the Banking and Financial Dealings Act 1971 (schedule 1). Empty where the bank holidays up to then are not known.
     *
     * @param notice epoch milliseconds
     * @param millis how long, 0 or more
     */
    public OptionalLong hearingDeadline(long notice, long millis) {
        long left = millis;
        long from = notice;
        for (int day = LondonDays.dayOf(notice); day >= first && day <= last; day++) {
            long end = LondonDays.startOf(day + 1);
            if (isCounted(LocalDate.ofEpochDay(day))) {
                if (end - from > left) {
                    return OptionalLong.of(from + left);
                }
                left -= end - from;
            }
            from = end;
        }
        return OptionalLong.empty();
    }

    private boolean isCounted(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(date) && !isChristmas(date);
    }

    /** The list has a substitute day where one of the two is on a weekend, and the law names the days themselves too. */
    private static boolean isChristmas(LocalDate date) {
        return date.getMonth() == Month.DECEMBER && (date.getDayOfMonth() == 25 || date.getDayOfMonth() == 26);
    }

    /** Whether something on a day is in time for a deadline; never where that is not known. */
    public static boolean isInTime(int day, OptionalInt deadline) {
        return deadline.isPresent() && day <= deadline.getAsInt();
    }

    public boolean isWorking(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(date);
    }
}
