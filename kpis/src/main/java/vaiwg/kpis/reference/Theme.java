package vaiwg.kpis.reference;

import java.util.Locale;

/**
 * The themes by which figures are cut. The first three exclude one another; domestic abuse is an overlay on them and on
 * offences outside them, so themes are never summed. The whole scope (any of the first three or domestic abuse) is the total.
 */
public enum Theme {
    RAPE("rape"),
    OTHER_SEXUAL("other_sexual"),
    STALKING_HARASSMENT("stalking_harassment"),
    DOMESTIC_ABUSE("domestic_abuse"),
    STALKING("stalking"),
    HARASSMENT("harassment"),
    VAIWG_FEMALE("vaiwg_female"),
    /** The one bucket that public archives tell apart; in none of the others. */
    VIOLENCE_SEXUAL("violence_sexual");

    private final String slug;

    Theme(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }

    /** Whether a name of a figure begins with a theme, so that it need not be said before it: "Domestic abuse: first reports". */
    public static boolean isNamedFirst(String theme, String name) {
        String words = theme.replace('_', ' ');
        String lower = name.toLowerCase(Locale.ROOT);
        return !theme.isEmpty() && (lower.startsWith(words) || lower.startsWith("all " + words));
    }
}
