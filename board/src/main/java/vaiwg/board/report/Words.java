package vaiwg.board.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers and dates as sentences have them. */
final class Words {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_WITH_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> ORDINALS = List.of(
            "",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");
    private static final int PER_CENT = 100;
    private static final char MINUS = '\u2212';

    private Words() {}

    /** "24 July 2026". */
    static String day(LocalDate day) {
        return LONG.format(day);
    }

    /** "24 Jul", of the report's year or the one before where that is clear; else "24 Jul 2024". */
    static String shortDay(LocalDate day, LocalDate asAt) {
        return day.isAfter(asAt.minusYears(1)) ? SHORT.format(day) : SHORT_WITH_YEAR.format(day);
    }

    /** "24 Jul to 20 Aug". */
    static String range(LocalDate first, LocalDate last, LocalDate asAt) {
        return shortDay(first, asAt) + " to " + shortDay(last, asAt);
    }

    /** "1,146". */
    static String count(long number) {
        String digits = String.format(Locale.UK, "%,d", Math.abs(number));
        return number < 0 ? MINUS + digits : digits;
    }

    /** "46.6%", rounded once from the exact fraction. */
    static String percent(int numerator, int denominator) {
        return BigDecimal.valueOf((long) numerator * PER_CENT)
                        .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    /** "46.6%" of a share between 0 and 1. */
    static String percent(double share) {
        return decimal(share * PER_CENT, 1) + "%";
    }

    /** A number with so many decimals, its thousands set apart. */
    static String decimal(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        String digits = String.format(Locale.UK, "%,." + decimals + "f", rounded.abs());
        return rounded.signum() < 0 ? MINUS + digits : digits;
    }

    /** A number as it is: without decimals where it is whole. */
    static String plain(double number) {
        return decimal(number, Math.abs(number - Math.rint(number)) < 0.05 ? 0 : 1);
    }

    /** "seven" for 7, "13" for 13. */
    static String small(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : count(number);
    }

    /** "third" for 3, "13th" for 13. */
    static String ordinal(int number) {
        if (number < ORDINALS.size()) {
            return ORDINALS.get(number);
        }
        int last = number % 10;
        boolean teen = number % PER_CENT / 10 == 1;
        return number
                + (teen || last == 0 || last > 3
                        ? "th"
                        : List.of("", "st", "nd", "rd").get(last));
    }

    /** "one period", "three periods". */
    static String counted(int number, String one, String many) {
        return small(number) + " " + (number == 1 ? one : many);
    }

    /** "Days", "Hours" of what is told in them. */
    static String unit(Unit unit) {
        return unit == Unit.HOURS ? "Hours" : "Days";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** The first letter small, but not of an abbreviation ("CPS") or of a name that begins with one. */
    static String lower(String text) {
        boolean abbreviation = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return text.isEmpty() || abbreviation || !Character.isLetter(text.charAt(0))
                ? text
                : text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1);
    }

    /** "a, b and c". */
    static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
