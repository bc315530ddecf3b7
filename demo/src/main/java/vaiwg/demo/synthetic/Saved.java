package vaiwg.demo.synthetic;

import java.time.Instant;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.Source;

/** Records as they stand in the force's system, and the versions that are saved of them. */
final class Saved {
    private Saved() {}

    /** The record with what all of the force say. */
    static <E extends SpecificRecord> E begun(E record) {
        put(record, "force", Figures.FORCE);
        put(record, "source", Source.SYNTHETIC);
        put(record, "dateResolution", DateResolution.DAY);
        return record;
    }

    /** Adds the record to its case as it stands, as its next version: later changes of it leave this one alone. */
    static void next(SimulatedCase simulated, SpecificRecord record, long changedAt, String eventId) {
        put(record, "version", (Long) record.get(position(record, "version")) + 1);
        put(record, "eventId", eventId);
        put(record, "changedAt", Instant.ofEpochMilli(changedAt));
        SpecificRecord version = (SpecificRecord) SpecificData.newInstance(record.getClass(), record.getSchema());
        record.getSchema().getFields().forEach(field -> version.put(field.pos(), record.get(field.pos())));
        simulated.add(changedAt, version);
    }

    /** Sets a field by its name. */
    static void put(SpecificRecord record, String field, Object value) {
        record.put(position(record, field), value);
    }

    private static int position(SpecificRecord record, String field) {
        return record.getSchema().getField(field).pos();
    }
}
