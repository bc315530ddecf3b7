package vaiwg.board.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vaiwg.board.Days;

/** Dates in words, English whatever the machine's language. */
public final class Dates {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    private Dates() {}

    /** As in a sentence: "24 July 2026". */
    public static String full(LocalDate day) {
        return Days.full(day);
    }

    /** As in a table whose year is known: "24 Jul". */
    public static String brief(LocalDate day) {
        return Days.brief(day);
    }

    /** "24 Jul 2026". */
    public static String briefWithYear(LocalDate day) {
        return Days.briefWithYear(day);
    }

    /** First and last day: "24 Jul to 20 Aug 2026"; the first has its year where it is another. */
    public static String span(LocalDate first, LocalDate last) {
        return (first.getYear() == last.getYear() ? brief(first) : briefWithYear(first)) + " to " + briefWithYear(last);
    }

    /** At a tick of an axis: "Apr", or "Jan 2026" where a year begins. */
    public static String tick(LocalDate day) {
        return MONTH.format(day) + (day.getMonthValue() == 1 ? " " + day.getYear() : "");
    }
}
