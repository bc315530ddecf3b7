package vaiwg.schemas;

import org.apache.avro.Schema;

/** The streams of events, in the order in which a case's history is read: the crime, its outcome, the rest. */
public enum EventStream {
    CRIME_RECORDING("crime-recording", CrimeRecording.SCHEMA$),
    OUTCOME("outcome", Outcome.SCHEMA$),
    STALKING("stalking", Stalking.SCHEMA$);

    private final String slug;
    private final Schema schema;

    EventStream(String slug, Schema schema) {
        this.slug = slug;
        this.schema = schema;
    }

    /** The name used in topics, labels and tables, for example {@code crime-recording}. */
    public String slug() {
        return slug;
    }

    /** The newest schema of the stream's events. */
    public Schema schema() {
        return schema;
    }

    /** The topic, for example {@code vaiwg.crime-recording}; the prefix carries its own dot. */
    public String topic(String prefix) {
        return prefix + slug;
    }
}
