package vaiwg.jobs.decode;

import java.util.Locale;
import vaiwg.schemas.Slugged;

/** Why a record cannot be used. The reason's slug goes with the record to the dead-letter topic, and counts under its name. */
public final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reasons, in the order in which they are looked for. */
    public enum Reason implements Slugged {
        /** No value at all. */
        EMPTY("Send the whole event; a crime that is no more is sent with status CANCELLED."),
        /** Larger than any event can be, or with a key, or a name in it, longer than any id. */
        OVERSIZED("Send one event a record, without documents or pictures in it, and ids of at most 256 bytes."),
        /** Neither a single-object encoded Avro message nor a frame that can be read; cut off, or followed by other bytes. */
        UNDECODABLE("Encode the event as an Avro single object with one of the released schemas."),
        /** Written with a schema that this build, or its registry, does not know. */
        UNKNOWN_SCHEMA("Use a released schema, or update the job or register the schema, then send it again."),
        /** Changed more than five minutes after the Kafka record's own timestamp. */
        FUTURE_DATED("Correct changedAt, its offset from UTC, or the producer's clock."),
        /** Changed before the earliest date that is configured. */
        TOO_OLD(
                "Correct changedAt (were seconds sent for milliseconds?), or set an earlier --earliest-date, then send it again."),
        /** No key: it belongs to no subject. */
        NO_KEY("Send the subject's id as the record's key."),
        /** The schema of another stream. */
        WRONG_STREAM("Send it to the topic of its own stream."),
        /** Key and subject differ, so its order within the subject cannot be trusted. */
        KEY_MISMATCH("Send the subject's id, in UTF-8, as the record's key."),
        /** Of a force that is not configured. */
        UNKNOWN_FORCE(
                "Correct the force, or add it to --forces or VAIWG_FORCES and start the job again, then send it again."),
        /** Of a subject that has as many versions, or steps of a kind, as are kept. */
        TOO_MANY_VERSIONS(
                "Send a version for each change, not for each export, and no records under a placeholder for an id."),
        /** A pseudonym, the number of a record, a place or a note that looks like, or holds, a name, an address or a number of a person. */
        PERSONAL_DATA(
                "Send an id, and write a note, that says nothing of a person; have a record that was sent deleted from its topic and the dead letters."),
        /** A value that cannot be: an event id that is no UUID, a code too long, dates that contradict each other. */
        IMPOSSIBLE_VALUE("Correct the value in the source system, and send the record with a higher version."),
        /** An outcome type that is not in the Home Office framework: nobody knows whether and how the case ended. */
        UNKNOWN_OUTCOME("Send the framework's code for it, 1 to 22, 1A, 2A or 3A, with a higher version.");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }

        public static Reason ofSlug(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }

        /** What a producer does about it: one sentence. */
        public String advice() {
            return advice;
        }
    }

    private final Reason reason;

    /** @param detail which field and why, never its value: values may be personal */
    public Rejection(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
