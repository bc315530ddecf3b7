package vaiwg.cli.doctor;

/**
 * What a check found: that it is well, or what to do.
 *
 * @param check by which name
 * @param says one sentence, without a secret, a reference or a pseudonym
 */
public record Line(String check, State state, String says) {
    /** How it is. */
    public enum State {
        OK,
        /** Somebody has something to do. */
        DO,
        /** It was not looked at: nothing is configured, or what it needs is not well. */
        SKIPPED
    }
}
