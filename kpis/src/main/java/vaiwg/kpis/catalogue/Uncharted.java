package vaiwg.kpis.catalogue;

/** Why a measure has no block chart. There is no other reason: what has none of these is charted. */
public enum Uncharted {
    RESTRICTED("conduct figures are few, and restricted"),
    CALCULATED("it is calculated of a year of other figures, and has no cases of its own"),
    PRESENT_FOR_A_YEAR("a person counts in it for the whole of its window, so two blocks share nearly all of them"),
    ARMS_OF_A_TRIAL("the arms of a trial are compared at its planned evaluations, and nothing is signalled"),
    ALL_SINCE_THE_BEGINNING("it is a share of all there ever were, which moves the less the more there are"),
    FIXED_PLACES(
            "it counts people on a programme with a fixed number of places, and stops growing when they are filled"),
    KNOWN_LATE("what it counts becomes known long after recording, so a block that has just ended knows little of it"),
    AGE_OF_THE_OLDEST("it is the age of one case, which grows by a day each day until that case is dealt with"),
    DETAIL("it explains a measure that is charted, and is read with it");

    private final String words;

    Uncharted(String words) {
        this.words = words;
    }

    /** The reason in words, for the middle of a sentence. */
    public String words() {
        return words;
    }
}
