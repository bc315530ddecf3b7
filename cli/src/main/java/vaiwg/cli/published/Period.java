package vaiwg.cli.published;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A year of a published table.
 *
 * @param to the day after its last
 */
record Period(LocalDate from, LocalDate to) {
    private static final Pattern FINANCIAL_YEAR = Pattern.compile("(\\d{4})[/-](\\d{2})(\\d{2})?");
    private static final Pattern MONTH =
            Pattern.compile("(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ _-]*(\\d{4})");
    private static final Pattern YEAR_ENDING = Pattern.compile("year[ _-]*ending[ _-]*" + MONTH.pattern());
    private static final int LETTERS = 3;
    private static final int APRIL = Month.APRIL.getValue();

    /**
     * A year, or a part of one.
     *
     * @param name of the part, among those of its year; empty of a whole year
     * @param of how many parts the year has
     */
    record Part(Period year, String name, int of) {
        static Part whole(Period year) {
            return new Part(year, "", 1);
        }

        static Part quarter(Period year, String name) {
            return new Part(year, name, 4);
        }
    }

    /** A year by its last month, {@code 2026-03}; empty where it is none. */
    static Optional<Period> endingWith(String month) {
        try {
            return Optional.of(upTo(YearMonth.parse(month)));
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

    /** The year that a title names, "year ending June 2025"; empty where it names none. */
    static Optional<Part> ofTitle(String title) {
        return month(YEAR_ENDING, title).map(month -> Part.whole(upTo(month)));
    }

    /** Likewise of a file's name, or else its month, "march_2018", as part of a financial year. */
    static Optional<Part> ofFileName(String name) {
        return ofTitle(name)
                .or(() -> month(MONTH, name)
                        .map(month -> new Part(financialYearOf(month), month.toString(), Month.values().length)));
    }

    private static Optional<YearMonth> month(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return Optional.empty();
        }
        Month month = Stream.of(Month.values())
                .filter(any -> any.name()
                        .toLowerCase(Locale.ROOT)
                        .substring(0, LETTERS)
                        .equals(found.group(1)))
                .findFirst()
                .orElseThrow();
        return Optional.of(YearMonth.of(Integer.parseInt(found.group(2)), month));
    }

    private static Period financialYearOf(YearMonth month) {
        return upTo(YearMonth.of(month.getYear(), Month.MARCH).plusYears(month.getMonthValue() < APRIL ? 0 : 1));
    }

    private static Period upTo(YearMonth last) {
        LocalDate to = last.plusMonths(1).atDay(1);
        return new Period(to.minusYears(1), to);
    }

    /** Whether a year that ends before a day is a financial one, of which a window is published. */
    static boolean isFinancialYear(LocalDate to) {
        return to.getMonth() == Month.APRIL && to.getDayOfMonth() == 1;
    }
}
