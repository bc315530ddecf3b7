package vaiwg.kpis.cases;

/** The nine protected characteristics of the Equality Act 2010, and what a record says of each. */
public enum Characteristic {
    AGE("age", "age"),
    DISABILITY("disability", "disability"),
    GENDER_REASSIGNMENT("gender_reassignment", "gender reassignment"),
    MARRIAGE("marriage", "marriage or civil partnership"),
    PREGNANCY("pregnancy", "pregnancy or maternity"),
    ETHNICITY("ethnicity", "ethnicity"),
    RELIGION("religion", "religion or belief"),
    SEX("sex", "sex"),
    ORIENTATION("orientation", "sexual orientation");

    /** Nothing recorded, or "unknown": no evidence that the person was asked. */
    public static final int UNKNOWN = 0;
    /** A value is recorded. */
    public static final int VALUE = 1;
    /** "Prefer not to say": an answer, the person was asked. */
    public static final int DECLINED = 2;
    /** It was not possible to ask. */
    public static final int NOT_POSSIBLE = 3;
    /** The question does not apply; outside the denominator. */
    public static final int NOT_APPLICABLE = 4;

    private static final int BITS = 3;
    private static final int MASK = (1 << BITS) - 1;

    private final String slug;
    private final String words;

    Characteristic(String slug, String words) {
        this.slug = slug;
        this.words = words;
    }

    public String slug() {
        return slug;
    }

    public String words() {
        return words;
    }

    /** The status of this characteristic in a packed field. */
    public int status(int packed) {
        return packed >>> ordinal() * BITS & MASK;
    }

    /** The packed field with this characteristic set to a status. */
    public int with(int packed, int status) {
        return packed & ~(MASK << ordinal() * BITS) | status << ordinal() * BITS;
    }
}
