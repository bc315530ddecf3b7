package vaiwg.jobs.decode;

import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/** Where an event of a stream has the fields that all events have: found by name once, and then read by their places. */
final class EnvelopeFields {
    private static final EnvelopeFields[] OF_STREAMS =
            Arrays.stream(EventStream.values()).map(EnvelopeFields::new).toArray(EnvelopeFields[]::new);

    private final Schema schema;
    private final int subject;
    private final int force;
    private final int source;
    private final int changedAt;

    private EnvelopeFields(EventStream stream) {
        schema = stream.schema();
        subject = place(stream.subject());
        force = place("force");
        source = place("source");
        changedAt = place("changedAt");
    }

    /** Of an event, whichever stream it is of. */
    static EnvelopeFields of(SpecificRecord event) {
        Schema schema = event.getSchema();
        for (EnvelopeFields fields : OF_STREAMS) {
            if (fields.schema == schema) {
                return fields;
            }
        }
        throw new IllegalArgumentException("not an event: " + schema.getFullName());
    }

    /** Whether these are the fields of a stream. */
    boolean areOf(EventStream stream) {
        return this == OF_STREAMS[stream.ordinal()];
    }

    String subject(SpecificRecord event) {
        return (String) event.get(subject);
    }

    String force(SpecificRecord event) {
        return (String) event.get(force);
    }

    Source source(SpecificRecord event) {
        return (Source) event.get(source);
    }

    Instant changedAt(SpecificRecord event) {
        return (Instant) event.get(changedAt);
    }

    private int place(String field) {
        return schema.getField(field).pos();
    }
}
