package vaiwg.kpis.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers in digits, in sentences and in tables: a true minus, commas between thousands; the same on every machine. */
public final class Digits {
    /** Stands where there is no number. */
    public static final String NONE = "–";

    private static final String MINUS = "\u2212";
    private static final int PLACES_OF_A_HUNDRED = 2;

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
        return Double.isFinite(number) ? decimal(BigDecimal.valueOf(number), decimals) : NONE;
    }

    private static String decimal(BigDecimal number, int decimals) {
        return sign(
                String.format(Locale.ROOT, "%,." + decimals + "f", number.setScale(decimals, RoundingMode.HALF_UP)));
    }

    /** With its sign: "+0.4", "−3.0"; "0.0" has none. */
    public static String signed(double number, int decimals) {
        String text = decimal(number, decimals);
        return number > 0 && !isNought(text) ? "+" + text : text;
    }

    /** With one decimal, unless it is 0. */
    public static String plain(double number) {
        String text = decimal(number, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** "46.6%" of a share between 0 and 1. Its point is moved: a share multiplied in binary may fall below the half that it is. */
    public static String percent(double share) {
        return Double.isFinite(share)
                ? decimal(BigDecimal.valueOf(share).movePointRight(PLACES_OF_A_HUNDRED), 1) + "%"
                : NONE;
    }

    /** "46.6%" or "100%": a share without a decimal that is 0. */
    public static String briefPercent(double share) {
        return percent(share).replace(".0%", "%");
    }

    /** "46.6%" of a part and its whole. */
    public static String percent(long part, long whole) {
        return percent((double) part / whole);
    }

    private static String sign(String text) {
        if (!text.startsWith("-")) {
            return text;
        }
        String number = text.substring(1);
        return isNought(number) ? number : MINUS + number;
    }

    private static boolean isNought(String text) {
        return text.matches("[0.]+");
    }
}
