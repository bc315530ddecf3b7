package vaiwg.kpis.cases;

import java.util.List;
import vaiwg.schemas.Slugged;

/**
 * The nine protected characteristics of the Equality Act 2010, and what a record says of each. Of five the values are codes of a list;
 * age, disability, ethnicity and sex have fields of their own.
 */
public enum Characteristic implements Slugged {
    AGE("age"),
    DISABILITY("disability"),
    GENDER_REASSIGNMENT("gender reassignment", "same_as_birth", "differs_from_birth"),
    MARRIAGE(
            "marriage or civil partnership",
            "single",
            "married",
            "civil_partnership",
            "separated",
            "divorced",
            "widowed"),
    PREGNANCY("pregnancy or maternity", "not_pregnant", "pregnant", "maternity"),
    ETHNICITY("ethnicity"),
    RELIGION("religion or belief", "none", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "other"),
    SEX("sex"),
    ORIENTATION("sexual orientation", "heterosexual", "gay_or_lesbian", "bisexual", "other");

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
    /** Bits for the place of a code in its list, from 1: those of all five lists fit into one number. */
    private static final int VALUE_BITS = 4;

    private static final int VALUE_MASK = (1 << VALUE_BITS) - 1;

    private final String words;
    private final List<String> codes;

    Characteristic(String words, String... codes) {
        this.words = words;
        this.codes = List.of(codes);
    }

    public String words() {
        return words;
    }

    /** The codes of its values, in small letters; none where they are in a field of their own. */
    public List<String> codes() {
        return codes;
    }

    /** This characteristic's value among packed ones: the place of its code from 1; 0 where the record gives none of the list. */
    public int value(int packed) {
        return packed >>> shift() & VALUE_MASK;
    }

    /** The packed values, of which none was this characteristic's, with its own. */
    public int withValue(int packed, int value) {
        return packed | value << shift();
    }

    private int shift() {
        return (ordinal() - GENDER_REASSIGNMENT.ordinal()) * VALUE_BITS;
    }

    public int status(int packed) {
        return packed >>> ordinal() * BITS & MASK;
    }

    /** The packed field with this characteristic set to a status. */
    public int with(int packed, int status) {
        return packed & ~(MASK << ordinal() * BITS) | status << ordinal() * BITS;
    }
}
