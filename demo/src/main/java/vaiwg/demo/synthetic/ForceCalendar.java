package vaiwg.demo.synthetic;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.WorkingDays;

/**
 * London days of a history, numbered from its first day, and the instants at which they begin. A table, because dates are
 * looked up several times an event.
 */
final class ForceCalendar {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingDays WORKING_DAYS = CodeMaps.shipped().workingDays();
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** Days before the first one that the table holds. */
    private static final int BEFORE = 500;
    /** Days after the last one that the table holds: decisions on cases still open. */
    private static final int AFTER = 4_000;

    private final LocalDate firstDay;
    private final int days;
    private final long[] midnights;
    private final boolean[] nonWorking;

    /** A history of the days from firstDay up to, not including, endDay. */
    ForceCalendar(LocalDate firstDay, LocalDate endDay) {
        if (!firstDay.isBefore(endDay)) {
            throw new IllegalArgumentException("the history must end after the day on which it begins");
        }
        this.firstDay = firstDay;
        days = (int) (endDay.toEpochDay() - firstDay.toEpochDay());
        midnights = new long[BEFORE + days + AFTER];
        nonWorking = new boolean[midnights.length];
        for (int i = 0; i < midnights.length; i++) {
            LocalDate date = firstDay.plusDays(i - BEFORE);
            midnights[i] = date.atStartOfDay(LONDON).toInstant().toEpochMilli();
            nonWorking[i] = !WORKING_DAYS.isWorking(date);
        }
    }

    /** So many days in milliseconds. */
    static long days(double days) {
        return (long) (days * DAY);
    }

    /** The number of days of the history. */
    int days() {
        return days;
    }

    /** The instant, in epoch milliseconds, at which the history ends. */
    long end() {
        return midnight(days);
    }

    LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    /** A crime number in the force's form: force, running number in the year, year. */
    String crimeNumber(String number, int day) {
        return Figures.FORCE_NUMBER + "/" + number + "/" + date(day).getYear() % 100;
    }

    /** The instant at which a day begins. */
    long midnight(int day) {
        return midnights[index(day)];
    }

    /** Whether the day is a Saturday, a Sunday or a bank holiday. */
    boolean nonWorking(int day) {
        return nonWorking[index(day)];
    }

    /** The same time of day, or that of the next day on which a court sits: on no Sunday and no bank holiday. */
    long whenCourtsSit(long instant) {
        int day = dayOf(instant);
        int sitting = day;
        while (nonWorking(sitting) && date(sitting).getDayOfWeek() != DayOfWeek.SATURDAY) {
            sitting++;
        }
        return instant - midnight(day) + midnight(sitting);
    }

    /** An instant of the same day between two hours of it: the later in the day, the later between them. */
    static long between(int from, int to, long instant) {
        long midnight = Instant.ofEpochMilli(instant)
                .atZone(LONDON)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant()
                .toEpochMilli();
        return midnight + from * HOUR + (instant - midnight) * (to - from) / 25;
    }

    int dayOf(long instant) {
        int day = (int) Math.floorDiv(instant - midnights[BEFORE], DAY);
        if (instant < midnight(day)) {
            return day - 1;
        }
        return instant < midnight(day + 1) ? day : day + 1;
    }

    /** The instant so many elapsed hours into a day, but within the day (one day a year has 23). */
    long hourOf(int day, double hours) {
        return Math.min(midnight(day) + (long) (hours * HOUR), midnight(day + 1) - SECOND);
    }

    /**
     * When an investigation ends that would take so many days from an instant: in working hours, and less often on free days.
     * {@link Long#MAX_VALUE} where that lies beyond the table.
     */
    long closingTime(long from, double days, Draw draw) {
        if (from >= midnight(horizon()) || dayOf(from) + days >= horizon()) {
            return Long.MAX_VALUE;
        }
        int day = dayOf(from) + (int) days;
        while (nonWorking(day) && !draw.chance(Figures.of("closing_on_free_days"))) {
            day++;
        }
        return Math.max(hourOf(day, draw.uniform(8, 20)), from + (long) draw.uniform(0.5 * HOUR, 4 * HOUR));
    }

    /** The last day that the table can place; what would happen later is left open. */
    private int horizon() {
        return days + AFTER - 20;
    }

    private int index(int day) {
        if (day < -BEFORE || day > days + AFTER - 1) {
            throw new IllegalArgumentException("day " + day + " lies outside the calendar");
        }
        return BEFORE + day;
    }
}
