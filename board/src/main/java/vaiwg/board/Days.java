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

    private Days() {}

    /** "24 July 2026". */
    public static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** "July 2026". */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** "24 Jul". */
    public static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** "24 Jul 2026". */
    public static String briefWithYear(LocalDate day) {
        return SHORT_WITH_YEAR.format(day);
    }
}
