package vaiwg.demo.synthetic;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.EventStream;

/**
 * A change that somebody made in the force's system, before it is delivered anywhere.
 *
 * @param changedAt when, in epoch milliseconds
 * @param value the event that tells of it
 */
record SyntheticChange(EventStream stream, String key, long changedAt, SpecificRecord value) {
    private static final Map<Schema, EventStream> STREAMS = new IdentityHashMap<>();

    static {
        for (EventStream stream : EventStream.values()) {
            STREAMS.put(stream.schema(), stream);
        }
    }

    static final Comparator<SyntheticChange> IN_ORDER = Comparator.comparingLong(SyntheticChange::changedAt);

    /** In the stream of such events, with the key that the event says. */
    static SyntheticChange of(long changedAt, SpecificRecord value) {
        EventStream stream = STREAMS.get(value.getSchema());
        Object key = value.get(value.getSchema().getField(stream.subject()).pos());
        return new SyntheticChange(stream, key.toString(), changedAt, value);
    }
}
