package vaiwg.jobs.explain;

import vaiwg.engine.contributions.RevisionCause;

/** Why something came to a figure or went, in words. */
final class Reasons {
    private Reasons() {}

    static String words(RevisionCause cause) {
        return switch (cause) {
            case NOT_RECORDED -> "not recorded";
            case LATE -> "it became known";
            case CANCELLED -> "cancelled, transferred or merged, or that was taken back";
            case RECLASSIFIED -> "another offence or mark";
            case OUTCOME_CHANGED -> "another outcome, or another day of it";
            case CORRECTED -> "corrected";
            case OTHER_RECORD -> "another record of it, or of a step";
            case DUE -> "its time was over";
        };
    }
}
