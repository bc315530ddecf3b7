package vaiwg.engine.panes;

/** What a cut-off means for the published history of a force. */
public enum HistoryStep {
    /** The history starts, for the first time or again: charts and alarms begin with it. */
    STARTS,
    CONTINUES,
    /** Too little is known, and nothing new for too long: nothing is published. */
    DORMANT
}
