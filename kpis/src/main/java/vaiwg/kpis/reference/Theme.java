package vaiwg.kpis.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.schemas.Slugged;

/**
 * The themes by which figures are cut. The first three exclude one another; domestic abuse is an overlay on them and on
 * offences outside them, so themes are never summed. The whole scope (any of the first three or domestic abuse) is the total.
 */
public enum Theme implements Slugged {
    RAPE("Rape"),
    OTHER_SEXUAL("Other sexual offences"),
    STALKING_HARASSMENT("Stalking and harassment"),
    DOMESTIC_ABUSE("Domestic abuse"),
    STALKING("Stalking"),
    HARASSMENT("Harassment"),
    VAIWG_FEMALE("Female victims"),
    /** The one bucket that public archives tell apart; in none of the others. */
    VIOLENCE_SEXUAL("Violence and sexual offences");

    /** Those that exclude one another. */
    public static final List<Theme> EXCLUSIVE = List.of(RAPE, OTHER_SEXUAL, STALKING_HARASSMENT);

    /** The four of the strategy, in its order. */
    public static final List<Theme> MAIN = List.of(RAPE, OTHER_SEXUAL, STALKING_HARASSMENT, DOMESTIC_ABUSE);

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    /** The theme of a slug; empty where there is none, as of the total. */
    public static Optional<Theme> of(String slug) {
        return Stream.of(values()).filter(theme -> theme.slug().equals(slug)).findFirst();
    }

    /** "Other sexual offences". */
    public String title() {
        return title;
    }

    /** Stalking and harassment apart are parts of both together; any other is its own whole. */
    public Theme whole() {
        return this == STALKING || this == HARASSMENT ? STALKING_HARASSMENT : this;
    }

    /** Whether a name of a figure has a theme in it, so that it need not be said before it: "Domestic abuse: first reports", "Repeat DA". */
    public static boolean isNamedFirst(String theme, String name) {
        String words = theme.replace('_', ' ');
        String lower = name.toLowerCase(Locale.ROOT);
        boolean flagged = theme.equals(DOMESTIC_ABUSE.slug()) && name.matches(".*\\bDA\\b.*");
        return !theme.isEmpty() && (flagged || lower.startsWith(words) || lower.startsWith("all " + words));
    }
}
