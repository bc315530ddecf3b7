package vaiwg.policeuk;

import java.util.Locale;

/** Why a later release moves a figure. */
public enum CorrectionCause {
    /** The crime was in no earlier release. */
    NEWLY_RECORDED,
    /** The crime was in an earlier release, and this one has its month without it. */
    NOT_IN_RELEASE,
    /** The crime had vanished and is back. */
    REINSTATED,
    /** Another crime type. */
    RECLASSIFIED,
    /** Another month of recording. */
    MOVED_MONTH,
    /** Another LSOA, and nothing else. */
    MOVED_PLACE,
    /** A first outcome. */
    OUTCOME_ADDED,
    /** Another outcome, or the same in another month. */
    OUTCOME_CHANGED,
    /** The crime has no outcome any more. */
    OUTCOME_WITHDRAWN;

    /** The name in tables. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
