package vaiwg.statistics.signals.alarm;

/** What became of an alarm. */
public enum AlarmState {
    RAISED,
    /** An owner has seen it; the score restarted. */
    ACKNOWLEDGED,
    /** The score was low for long; it restarted. */
    ENDED,
    /** A correction took away its evidence. The alarm and its withdrawal stay on record. */
    WITHDRAWN,
    /**
     * It is open and has another state: it is reclassified as one of the data, since a block that ended later shows that these changed; or
     * it is promoted to call for action in the place of one that was reclassified or withdrawn.
     */
    TURNED;

    /** The word in tables and labels. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
