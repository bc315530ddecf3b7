package vaiwg.kpis.catalogue;

import java.util.Locale;

/** Where a measure is read. */
public enum Place {
    /** Named for page 1, and on a page of its own. */
    HEADLINE("a page of its own"),
    /** On a page of its own, read first in its area. */
    AREA("a page of its own"),
    /** On a page of its own, after those of its area that are read first. */
    ANNEX("a page of its own"),
    /** In a file of its own, for those who may read conduct figures. */
    RESTRICTED_ANNEX("the restricted annex");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    /** The name in columns: {@code restricted_annex}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place in words, for the middle of a sentence. */
    String words() {
        return words;
    }
}
