package vaiwg.kpis.reference;

import java.util.Locale;

/** The groups of people for which a rate can be told. */
public enum Population {
    FEMALE_RESIDENTS("female resident"),
    ADULT_FEMALE_RESIDENTS("adult female resident"),
    GIRLS_5_TO_17("girl from 5 to 17 years"),
    /** Officers and staff, by headcount. */
    WORKFORCE("officer or member of staff"),
    RESIDENTS("resident");

    private final String one;

    Population(String one) {
        this.one = one;
    }

    /** One of them, in plain words. */
    public String one() {
        return one;
    }

    /** The name in the file of denominators. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
