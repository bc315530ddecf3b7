package vaiwg.demo.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/** The regular bank holidays of England and Wales; those proclaimed for one year only are not in it. */
final class BankHolidays {
    private BankHolidays() {}

    static Set<LocalDate> of(int year) {
        Set<LocalDate> holidays = new TreeSet<>();
        LocalDate easter = easterSunday(year);
        holidays.add(easter.minusDays(2));
        holidays.add(easter.plusDays(1));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        holidays.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        addSubstituted(holidays, LocalDate.of(year, Month.JANUARY, 1));
        addSubstituted(holidays, LocalDate.of(year, Month.DECEMBER, 25));
        addSubstituted(holidays, LocalDate.of(year, Month.DECEMBER, 26));
        return holidays;
    }

    /** A holiday at a weekend is taken on the next weekday that is not one already. */
    private static void addSubstituted(Set<LocalDate> holidays, LocalDate nominal) {
        LocalDate taken = nominal;
        while (taken.getDayOfWeek().getValue() >= 6 || holidays.contains(taken)) {
            taken = taken.plusDays(1);
        }
        holidays.add(taken);
    }

    /** Gregorian Easter, after Meeus, Jones and Butcher. */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
