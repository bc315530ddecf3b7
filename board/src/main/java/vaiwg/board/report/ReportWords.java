package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vaiwg.board.Days;
import vaiwg.kpis.text.Digits;

/** What sentences are made of: small numbers and ordinals in words, days beside the report's own. */
public final class ReportWords {
    /** What attrition measures, on every form that shows it. */
    public static final String OF_THE_SERVICE = "Attrition measures the service, never the victim.";

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
    private static final int HUNDRED = 100;

    private ReportWords() {}

    /** "24 Jul", of the report's year or the one before where that is clear; else "24 Jul 2024". */
    static String shortDay(LocalDate day, LocalDate asAt) {
        return day.isAfter(asAt.minusYears(1)) ? Days.brief(day) : Days.briefWithYear(day);
    }

    /** "24 Jul to 20 Aug". */
    static String range(LocalDate first, LocalDate last, LocalDate asAt) {
        return shortDay(first, asAt) + " to " + shortDay(last, asAt);
    }

    /** "seven" for 7, "13" for 13. */
    public static String small(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : Digits.count(number);
    }

    /** "third" for 3, "13th" for 13. */
    static String ordinal(int number) {
        if (number < ORDINALS.size()) {
            return ORDINALS.get(number);
        }
        int last = number % 10;
        boolean teen = number % HUNDRED / 10 == 1;
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

    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** The first letter small, but not of an abbreviation ("CPS") or of a name ("Force Contact"). */
    public static String lower(String text) {
        boolean abbreviation = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        boolean name = text.matches("\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}.*");
        return text.isEmpty() || abbreviation || name || !Character.isLetter(text.charAt(0))
                ? text
                : text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1);
    }
}
