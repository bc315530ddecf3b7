package vaiwg.kpis.cases;

import java.nio.charset.StandardCharsets;

/**
 * A person's pseudonym, or a place's cell or address, as one long: nothing else of it is in state or on the way between operators. What stands
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

    /** The same of a pseudonym in UTF-8. */
    public static long of(byte[] utf8, int from, int length) {
        // A placeholder begins with its first letter, or with a blank.
        boolean isPseudonym = length > 0 && utf8[from] > ' ' && (utf8[from] | ' ') != PLACEHOLDER.charAt(0);
        return isPseudonym
                ? UnitCode.of(utf8, from, length)
                : of(new String(utf8, from, length, StandardCharsets.UTF_8));
    }
}
