package vaiwg.demo.synthetic;

/** The nine protected characteristics, and how completely the force records each. */
enum CharacteristicQuestion {
    AGE(WestMidlandsFigures.AGE),
    DISABILITY(WestMidlandsFigures.DISABILITY),
    GENDER_REASSIGNMENT(WestMidlandsFigures.GENDER_REASSIGNMENT),
    MARRIAGE(WestMidlandsFigures.MARRIAGE),
    PREGNANCY(WestMidlandsFigures.PREGNANCY),
    ETHNICITY(WestMidlandsFigures.ETHNICITY),
    RELIGION(WestMidlandsFigures.RELIGION),
    SEX(WestMidlandsFigures.SEX),
    ORIENTATION(WestMidlandsFigures.ORIENTATION);

    private final Completeness completeness;

    CharacteristicQuestion(Completeness completeness) {
        this.completeness = completeness;
    }

    Completeness completeness() {
        return completeness;
    }
}
