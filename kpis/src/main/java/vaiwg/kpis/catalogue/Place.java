package vaiwg.kpis.catalogue;

import java.util.Locale;

/** Where the Strategy Board's report shows a measure. */
public enum Place {
    /** On page 1, and in a row on its area's page. */
    HEADLINE("its area's page"),
    /** In a row on its area's page. */
    AREA("its area's page"),
    /** In the tables behind the pages. */
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
