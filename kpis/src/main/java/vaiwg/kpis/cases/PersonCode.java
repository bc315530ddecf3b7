package vaiwg.kpis.cases;

/**
 * A person's pseudonym, or a place's cell, as one long: nothing else of it is in state or on the way between operators. What stands
 * for "nobody known" is no person, and no key: else all crimes against unknown persons would be those of one.
 */
public final class PersonCode {
    /** Nobody that links records. */
    public static final long NONE = 0;

    private static final String PLACEHOLDER = "unknown";

    private PersonCode() {}

    /** The code of a pseudonym; {@link #NONE} where it is absent, blank or a placeholder. */
    public static long of(String pseudonym) {
        boolean placeholder = pseudonym == null || pseudonym.strip().equalsIgnoreCase(PLACEHOLDER);
        return placeholder ? NONE : UnitCode.of(pseudonym);
    }
}
