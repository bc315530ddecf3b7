package vaiwg.board.report;

/** What a chart says of its newest period. Shape, arrow and word say it together; colour is third. */
public enum Verdict {
    /** Beyond usual variation, in the worse direction. */
    CONCERN("Concern"),
    /** Beyond usual variation, in the better direction. */
    BETTER("Better"),
    /** Beyond usual variation, where neither direction is good in itself. */
    CHANGE("Change"),
    /** Chance moves the figure as much. */
    USUAL("Usual"),
    /** A stock that goes on as before: neither beyond usual variation, nor at rest. */
    USUAL_RISE("Still rising"),
    USUAL_FALL("Still falling"),
    /** Too few cases for a chart. */
    TOO_FEW("Too few"),
    /** Too short a history for limits. */
    NO_LIMITS("No limits"),
    NOT_CHARTED("Not charted");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether the newest period is beyond usual variation. */
    public boolean isSignal() {
        return this == CONCERN || this == BETTER || this == CHANGE;
    }
}
