package vaiwg.kpis.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Civil days in Europe/London, {@code [00:00, next 00:00)}, as day numbers (days since 1970-01-01, as
 * {@link LocalDate#toEpochDay}). A day has 23, 24 or 25 hours; all arithmetic on days is civil, all on hours is elapsed.
 */
public final class LondonDays {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final int FIRST = Math.toIntExact(LocalDate.of(1900, 1, 1).toEpochDay());
    private static final int LAST = Math.toIntExact(LocalDate.of(2200, 1, 1).toEpochDay());
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long[] STARTS = starts();

    private LondonDays() {}

    /** The day in which an instant falls; a midnight belongs to the day that it begins. */
    public static int dayOf(long epochMillis) {
        // London's offset lies between -1 h 15 m and +2 h at all times, so the UTC day is off by one at most.
        int day = Math.toIntExact(Math.floorDiv(epochMillis, DAY_MILLIS));
        if (epochMillis >= startOf(day + 1)) {
            return day + 1;
        }
        return epochMillis >= startOf(day) ? day : day - 1;
    }

    /** The midnight that begins a day, in epoch milliseconds. */
    public static long startOf(int day) {
        if (day >= FIRST && day < LAST) {
            return STARTS[day - FIRST];
        }
        return compute(day);
    }

    /** The first midnight at or after an instant, as the day that it begins: the cut-off from which it counts. */
    public static int cutOffFor(long epochMillis) {
        int day = dayOf(epochMillis);
        return epochMillis == startOf(day) ? day : day + 1;
    }

    public static int firstOfMonth(int day) {
        return Math.toIntExact(LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay());
    }

    public static boolean isFirstOfMonth(int day) {
        return LocalDate.ofEpochDay(day).getDayOfMonth() == 1;
    }

    /** Months since January of the year 0, for whole-month arithmetic. */
    public static int monthOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** The first day of a month as numbered by {@link #monthOf}. */
    public static int startOfMonth(int month) {
        return Math.toIntExact(YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1)
                .atDay(1)
                .toEpochDay());
    }

    /** The calendar year in which an instant falls in London. */
    public static int yearOf(long epochMillis) {
        return LocalDate.ofEpochDay(dayOf(epochMillis)).getYear();
    }

    /** The hour on the clock at an instant, 0 to 23. */
    public static int hourOf(long epochMillis) {
        int day = dayOf(epochMillis);
        long start = startOf(day);
        // Where the clocks change within the day, hours elapsed are not hours on the clock.
        return startOf(day + 1) - start == DAY_MILLIS
                ? (int) ((epochMillis - start) / HOUR_MILLIS)
                : Instant.ofEpochMilli(epochMillis).atZone(ZONE).getHour();
    }

    /** Whether an instant is the midnight that begins a day: what a date without a time of day becomes. */
    public static boolean isMidnight(long epochMillis) {
        return epochMillis == startOf(dayOf(epochMillis));
    }

    /** The day of the week at an instant, from Monday, which is 0. */
    public static int dayOfWeek(long epochMillis) {
        return LocalDate.ofEpochDay(dayOf(epochMillis)).getDayOfWeek().ordinal();
    }

    /** Whether a day is a Saturday or a Sunday. */
    public static boolean isWeekend(int day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** The first midnight of a date. */
    public static Instant startOf(LocalDate date) {
        return Instant.ofEpochMilli(startOf(Math.toIntExact(date.toEpochDay())));
    }

    private static long[] starts() {
        long[] starts = new long[LAST - FIRST];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = compute(FIRST + i);
        }
        return starts;
    }

    private static long compute(int day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
