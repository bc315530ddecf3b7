package vaiwg.kpis.catalogue;

/** Whose mix of cases weighs the strata of a standardised share. */
public enum Standard {
    /** The force's first year: what the share would be, had the mix of themes stayed as it was then. */
    BASELINE_YEAR(
            SliceFamily.STRATUM,
            "the share in each theme (of domestic abuse: that of no other theme), weighted by the crimes of the force's first year"),
    /** Crimes with a suspect in the police: their share, less that of crimes that are alike and have none. */
    POLICE_SUSPECTS(
            SliceFamily.POLICE_STRATUM,
            "the share of crimes with a suspect in the police, less that of the others of the same theme, marker of domestic abuse and "
                    + "quarter of recording, weighted by the crimes with one; where there are no others those with one are left out");

    private final SliceFamily strata;
    private final String words;

    Standard(SliceFamily strata, String words) {
        this.strata = strata;
        this.words = words;
    }

    /** How the strata are kept by the day. */
    public SliceFamily strata() {
        return strata;
    }

    /** How it is calculated, in plain words. */
    public String words() {
        return words;
    }
}
