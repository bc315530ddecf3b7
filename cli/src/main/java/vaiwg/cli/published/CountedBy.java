package vaiwg.cli.published;

import java.util.Locale;

/** By what a count belongs to a period. */
enum CountedBy {
    /** The day on which the crime was recorded. */
    RECORDED,
    /** The day on which the outcome was assigned. */
    ASSIGNED;

    static CountedBy of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
