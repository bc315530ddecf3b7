package vaiwg.kpis.reference;

import vaiwg.schemas.Slugged;

/** The groups of people for which a rate can be told. */
public enum Population implements Slugged {
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
}
