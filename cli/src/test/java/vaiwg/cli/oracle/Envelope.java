package vaiwg.cli.oracle;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Stalking;

/** What all events have. */
final class Envelope {
    private Envelope() {}

    static Instant changedAt(SpecificRecord event) {
        return (Instant) event.get(event.getSchema().getField("changedAt").pos());
    }

    static String force(SpecificRecord event) {
        return (String) event.get(event.getSchema().getField("force").pos());
    }

    static String subject(SpecificRecord event) {
        if (event instanceof CrimeRecording crime) {
            return crime.getCrimeReference();
        }
        return event instanceof Outcome outcome ? outcome.getCrimeReference() : ((Stalking) event).getPerpetratorId();
    }
}
