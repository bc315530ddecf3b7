package vaiwg.statistics.signals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in the sentences about figures and records. All are day numbers. */
public final class SignalDays {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter IN_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private SignalDays() {}

    /** "3 May 2026". */
    public static String day(int day) {
        return LocalDate.ofEpochDay(day).format(DATE);
    }

    /** "on 3 May 2026", or "from 3 May to 4 June 2026", the year once where it is one. */
    public static String span(int first, int last) {
        if (first == last) {
            return "on " + day(first);
        }
        LocalDate from = LocalDate.ofEpochDay(first);
        boolean inYear = from.getYear() == LocalDate.ofEpochDay(last).getYear();
        return "from " + from.format(inYear ? IN_YEAR : DATE) + " to " + day(last);
    }
}
