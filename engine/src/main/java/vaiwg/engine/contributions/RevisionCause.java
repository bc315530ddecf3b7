package vaiwg.engine.contributions;

import vaiwg.schemas.Slugged;

/** Why what was published of a day is known to be otherwise later. The order is kept in state: new ones go to the end. */
public enum RevisionCause implements Slugged {
    /** Nobody can tell: of delta entries that repeat what was known before, and of those that an earlier build kept. */
    NOT_RECORDED,
    /** A crime, or that it has an outcome, became known later than its day. */
    LATE,
    /** A crime was cancelled, transferred or merged into another, or that was taken back. */
    CANCELLED,
    /** A crime is of another offence, or bears another mark, than it did. */
    RECLASSIFIED,
    /** An outcome that was known is another one, or of another day. */
    OUTCOME_CHANGED,
    /** Anything else that was said of a crime was said otherwise. */
    CORRECTED,
    /** Another record, of a step of the case or of another subject, came late or was corrected. */
    OTHER_RECORD,
    /** Nothing new was said: what counts only once its time is over has begun to count. */
    DUE;

    private static final RevisionCause[] CAUSES = values();

    public static RevisionCause of(int ordinal) {
        return CAUSES[ordinal];
    }
}
