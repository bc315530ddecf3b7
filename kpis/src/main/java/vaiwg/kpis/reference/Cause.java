package vaiwg.kpis.reference;

import java.util.Set;

/**
 * How a case stops being open. A case has one at most: causes compete, and what left for one can no longer leave for another. State
 * keeps them by their order: a new one goes to the end.
 */
public enum Cause {
    /** Outcome 16: a suspect is named, and the victim does not, or no longer does, support the case. */
    OUTCOME_16,
    /** Outcome 14: no suspect is named, and the victim does not support the case. */
    OUTCOME_14,
    /** Charged or summonsed. */
    CHARGED,
    /** An archive's group of outcomes 14, 15 and 16, which it does not tell apart. */
    UNABLE_TO_PROSECUTE,
    OTHER_OUTCOME,
    /** Cancelled, transferred or merged: no crime of the force any more, whatever its outcome was. */
    REMOVED;

    /** The victim does not support the case: outcomes 14 and 16. */
    public static final Set<Cause> VICTIM_DOES_NOT_SUPPORT = Set.of(OUTCOME_14, OUTCOME_16);

    private static final Cause[] ALL = values();
    public static final int COUNT = ALL.length;

    public static Cause of(int ordinal) {
        return ALL[ordinal];
    }
}
