package vaiwg.kpis.suppression;

/** Why a number is withheld. */
public enum Withheld {
    /** It is of one to four people, or is left of its whole by so few. */
    SMALL("small"),
    /** With its whole, or beside the other parts of it, it would tell what is withheld. */
    PART_OF_A_WHOLE("part");

    private final String slug;

    Withheld(String slug) {
        this.slug = slug;
    }

    /** Its name in the tables. */
    public String slug() {
        return slug;
    }

    /** That of a name in the tables. */
    public static Withheld of(String slug) {
        return slug.equals(SMALL.slug) ? SMALL : PART_OF_A_WHOLE;
    }
}
