package vaiwg.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in words, in sentences and in tables; English whatever the machine's language. */
public final class Days {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_WITH_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    private Days() {}

    /** "24 July 2026". */
    public static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** A midnight by the day that begins with it: "as at 24 November 2026". The database says it alike (as_at_words). */
    public static String asAt(LocalDate midnight) {
        return "as at " + full(midnight);
    }

    /** "July 2026". */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** "Jul 2026". */
    public static String briefMonth(YearMonth month) {
        return SHORT_MONTH.format(month) + " " + month.getYear();
    }

    /** "24 Jul". */
    public static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** "24 Jul 2026". */
    public static String briefWithYear(LocalDate day) {
        return SHORT_WITH_YEAR.format(day);
    }

    /** First and last day: "24 Jul to 20 Aug 2026"; the first has its year where it is another. */
    public static String span(LocalDate first, LocalDate last) {
        return (first.getYear() == last.getYear() ? brief(first) : briefWithYear(first)) + " to " + briefWithYear(last);
    }

    /** At a tick of an axis: "Apr", or "Jan 2026" where a year begins. */
    public static String tick(LocalDate day) {
        return SHORT_MONTH.format(day) + (day.getMonthValue() == 1 ? " " + day.getYear() : "");
    }
}
