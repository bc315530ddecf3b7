package vaiwg.statistics.signals.alarm;

/** What became of an alarm. */
public enum AlarmState {
    RAISED,
    /** Somebody has seen it; the score began anew. */
    ACKNOWLEDGED,
    /** The score was low for long; it began anew. */
    ENDED,
    /** A correction took away its evidence. The alarm and its withdrawal stay on record. */
    WITHDRAWN,
    /**
     * It stands, and is to be taken otherwise: it speaks of the data first, since a block that ended later tells that these changed; or it
     * calls for action in the place of one that now speaks of the data.
     */
    TURNED;

    /** The word in tables and labels. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
