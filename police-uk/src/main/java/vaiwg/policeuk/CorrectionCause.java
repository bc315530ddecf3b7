package vaiwg.policeuk;

import vaiwg.schemas.Slugged;

/** Why a later release moves a figure. */
public enum CorrectionCause implements Slugged {
    /** The crime was in no earlier release. */
    NEWLY_RECORDED("newly\nrecorded"),
    /** The crime was in an earlier release, and this one has its month without it. */
    NOT_IN_RELEASE("vanished"),
    /** The crime had vanished and is back. */
    REINSTATED("back\nagain"),
    /** Another crime type. */
    RECLASSIFIED("other\ntype"),
    /** Another month of recording. */
    MOVED_MONTH("other\nmonth"),
    /** Another LSOA, and nothing else. */
    MOVED_PLACE("other\nplace"),
    /** A first outcome. */
    OUTCOME_ADDED("outcome\nadded"),
    /** Another outcome, or the same in another month. */
    OUTCOME_CHANGED("outcome\nchanged"),
    /** The crime has no outcome any more. */
    OUTCOME_WITHDRAWN("outcome\nwithdrawn");

    private final String heading;

    CorrectionCause(String heading) {
        this.heading = heading;
    }

    /** Of its column in the report. */
    String heading() {
        return heading;
    }
}
