package vaiwg.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as digits, in sentences and in tables: a true minus, commas between thousands; the same on every machine. */
public final class Digits {
    private static final int PER_CENT = 100;
    private static final String MINUS = "\u2212";

    private Digits() {}

    /** A whole number: "39,198". */
    public static String count(long number) {
        return sign(String.format(Locale.ROOT, "%,d", number));
    }

    /** A number of things: "1 person", "39,198 people". */
    public static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** With a fixed number of decimals, half rounded away from zero; never "−0.0". */
    public static String decimal(double number, int decimals) {
        return decimal(BigDecimal.valueOf(number), decimals);
    }

    private static String decimal(BigDecimal number, int decimals) {
        return sign(
                String.format(Locale.ROOT, "%,." + decimals + "f", number.setScale(decimals, RoundingMode.HALF_UP)));
    }

    /** With one decimal, unless it is 0. */
    public static String plain(double number) {
        String text = decimal(number, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** "46.6%" of a share between 0 and 1. */
    public static String percent(double share) {
        return decimal(share * PER_CENT, 1) + "%";
    }

    /** "46.6%", rounded once from the exact fraction. */
    public static String percent(int numerator, int denominator) {
        BigDecimal exact = BigDecimal.valueOf((long) numerator * PER_CENT);
        return decimal(exact.divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP), 1) + "%";
    }

    private static String sign(String text) {
        if (!text.startsWith("-")) {
            return text;
        }
        return text.matches("-[0.,]+") ? text.substring(1) : MINUS + text.substring(1);
    }
}
