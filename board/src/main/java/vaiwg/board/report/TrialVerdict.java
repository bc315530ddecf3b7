package vaiwg.board.report;

import vaiwg.board.report.Block.Sentence;
import vaiwg.statistics.attrition.Estimate;

/** What the trial says of the EASI programme: fewer people are suspected again, more, or neither beyond chance, so far or for good. */
enum TrialVerdict {
    GO_ON("Go on with the EASI programme.", "go on, fewer were suspected again"),
    STOP("Stop the EASI programme.", "stop, more were suspected again"),
    WAIT("Wait with a decision on the EASI programme.", "wait, chance may explain it"),
    /** Nothing is to come that could settle it. */
    UNSETTLED("Decide whether the EASI programme goes on, changes or ends.", "complete, does not settle it");

    private final String asked;
    private final String brief;

    TrialVerdict(String asked, String brief) {
        this.asked = asked;
        this.brief = brief;
    }

    /**
     * What a difference says.
     *
     * @param difference the share of those who were offered the programme, less that of the control group
     * @param canSettle whether cases are to come that could settle it
     */
    static TrialVerdict of(Estimate difference, boolean canSettle) {
        if (!isSettled(difference)) {
            return canSettle ? WAIT : UNSETTLED;
        }
        return difference.upper() < 0 ? GO_ON : STOP;
    }

    /** Whether a difference is beyond chance: no difference is outside its 95% interval. */
    static boolean isSettled(Estimate difference) {
        return difference.lower() > 0 || difference.upper() < 0;
    }

    /** What the Board can decide by it, which is more than what it is asked. */
    Sentence decidable() {
        return switch (this) {
            case WAIT ->
                Sentence.of(
                        "Not settled.",
                        "The Board can wait for more cases; it cannot yet decide by this whether the programme works.");
            case UNSETTLED ->
                Sentence.of(
                        "Complete, not settled.",
                        "All places are filled, and cases that are still followed cannot settle it.");
            case GO_ON, STOP ->
                Sentence.of("Settled.", "By this outcome, which chance does not explain, the Board can decide.");
        };
    }

    /** What it asks of the Board. */
    String asked() {
        return asked;
    }

    /** How the sentence ends that says what one outcome is in both arms: others may differ beyond chance. */
    String ofThisOutcome() {
        return this == WAIT || this == UNSETTLED ? ": the difference in this outcome may be chance." : ".";
    }

    /** Beside a promise to evaluate, which may be kept though the answer is to wait. */
    String finding() {
        return "Its finding (" + WhatWorksPage.TITLE + "): " + brief;
    }
}
