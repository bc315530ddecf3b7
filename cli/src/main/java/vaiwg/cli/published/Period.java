package vaiwg.cli.published;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year of a published table.
 *
 * @param to the day after its last
 */
record Period(LocalDate from, LocalDate to) {
    private static final Pattern FINANCIAL_YEAR = Pattern.compile("(\\d{4})[/-](\\d{2})(\\d{2})?");

    /** A year by its last month, {@code 2026-03}; empty where it is none. */
    static Optional<Period> endingWith(String month) {
        try {
            LocalDate to = YearMonth.parse(month).plusMonths(1).atDay(1);
            return Optional.of(new Period(to.minusYears(1), to));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A financial year, {@code 2025/26}; empty where it is none. */
    static Optional<Period> financialYear(String name) {
        Matcher year = FINANCIAL_YEAR.matcher(name);
        if (!year.matches()) {
            return Optional.empty();
        }
        LocalDate from = LocalDate.of(Integer.parseInt(year.group(1)), Month.APRIL, 1);
        return Optional.of(new Period(from, from.plusYears(1)));
    }

    /** Whether a year that ends before a day is a financial one, of which a window is published. */
    static boolean isFinancialYear(LocalDate to) {
        return to.getMonth() == Month.APRIL && to.getDayOfMonth() == 1;
    }
}
