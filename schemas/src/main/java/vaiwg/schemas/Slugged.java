package vaiwg.schemas;

import java.util.Locale;

/** A constant that tables and labels name. */
public interface Slugged {
    /** As in Java. */
    String name();

    /** The word in tables and labels. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
