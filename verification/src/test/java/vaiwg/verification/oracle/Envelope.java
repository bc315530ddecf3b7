package vaiwg.verification.oracle;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** What all events have. */
final class Envelope {
    private Envelope() {}

    static Instant changedAt(SpecificRecord event) {
        return (Instant) event.get(event.getSchema().getField("changedAt").pos());
    }

    static String force(SpecificRecord event) {
        return (String) event.get(event.getSchema().getField("force").pos());
    }
}
