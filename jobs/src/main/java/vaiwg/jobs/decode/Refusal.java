package vaiwg.jobs.decode;

/** Why a record cannot be used. The reason's slug goes with the record to the dead-letter topic, and counts under its name. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reasons, in the order in which they are looked for. */
    public enum Reason {
        /** No value at all. */
        EMPTY,
        /** Not a single-object encoded Avro message, or cut off. */
        UNDECODABLE,
        /** Written with a schema that this build does not know. */
        UNKNOWN_SCHEMA,
        /** Changed, or complete through, more than five minutes after the Kafka record's own timestamp. */
        FUTURE_DATED,
        /** No key: it belongs to no subject. */
        NO_KEY,
        /** The schema of another stream. */
        WRONG_STREAM,
        /** Key and subject differ, so its order within the subject cannot be trusted. */
        KEY_MISMATCH,
        /** A value that cannot be: an event id that is no UUID, a code too long, dates that contradict each other. */
        IMPOSSIBLE_VALUE;

        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Reason reason;

    /** @param detail which field and why, never its value: values may be personal */
    public Refusal(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
