package vaiwg.grafana;

import java.util.Locale;

/** First letters. */
final class Words {
    private Words() {}

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** The first letter small, but not of an abbreviation ("CPS"). */
    static String small(String text) {
        boolean abbreviation = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return abbreviation ? text : text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1);
    }
}
