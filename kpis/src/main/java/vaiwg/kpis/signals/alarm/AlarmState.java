package vaiwg.kpis.signals.alarm;

/** What became of an alarm. */
public enum AlarmState {
    RAISED,
    /** Somebody has seen it; the score began anew. */
    ACKNOWLEDGED,
    /** The score was low for long; it began anew. */
    ENDED,
    /** A correction took away its evidence. The alarm and its withdrawal stay on record. */
    WITHDRAWN,
    /** It stands, and speaks of the data first: a block that ended since tells that these changed. */
    TURNED;

    /** The word in tables and labels. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
