package vaiwg.kpis.signals.alarm;

/**
 * The cases that one daily alarm watches, in the order of their level: the whole scope first. Six strata and two sets of outcomes
 * make the twelve series that the budget of false alarms allows.
 */
public enum Stratum {
    VAIWG("vaiwg", "all offences of the strategy"),
    RAPE("rape", "rape"),
    OTHER_SEXUAL("other_sexual", "other sexual offences"),
    STALKING_HARASSMENT("stalking_harassment", "stalking and harassment"),
    DOMESTIC_ABUSE("domestic_abuse", "domestic abuse"),
    STALKING("stalking", "stalking");

    private final String slug;
    private final String words;

    Stratum(String slug, String words) {
        this.slug = slug;
        this.words = words;
    }

    /** The value of the label {@code theme}. */
    public String slug() {
        return slug;
    }

    /** The words of a sentence. */
    public String words() {
        return words;
    }

    /** Whether every case of another stratum is also one of this. */
    public boolean contains(Stratum other) {
        return this == other || this == VAIWG || this == STALKING_HARASSMENT && other == STALKING;
    }
}
