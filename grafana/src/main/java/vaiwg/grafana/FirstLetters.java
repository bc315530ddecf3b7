package vaiwg.grafana;

import java.util.Locale;

/** First letters. */
final class FirstLetters {
    /** What the second letter of an abbreviation is. */
    private static final String ABBREVIATED = "[A-Z0-9]";

    private FirstLetters() {}

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /** The first letter small, but not of an abbreviation ("CPS", "N100"). */
    static String small(String text) {
        return text.matches("(?s)." + ABBREVIATED + ".*")
                ? text
                : text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1);
    }

    /** The same of a column, in SQL. */
    static String smallSql(String column) {
        return "CASE WHEN %1$s ~ '^.%2$s' THEN %1$s ELSE lower(left(%1$s, 1)) || substr(%1$s, 2) END"
                .formatted(column, ABBREVIATED);
    }
}
