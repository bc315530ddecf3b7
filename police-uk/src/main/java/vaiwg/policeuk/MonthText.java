package vaiwg.policeuk;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Months in words, English whatever the machine's language. */
final class MonthText {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private MonthText() {}

    /** "July 2026". */
    static String of(YearMonth month) {
        return FULL.format(month);
    }
}
