package vaiwg.cli.feed;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * One record on its way to a topic.
 *
 * @param stream the stream whose topic receives it
 * @param key the subject's id, or null for a progress record, which goes to every partition of the topic
 * @param timestamp when it reaches the topic, in epoch milliseconds: the Kafka record's timestamp
 * @param value the event
 */
public record FeedRecord(EventStream stream, String key, long timestamp, SpecificRecord value) {
    public FeedRecord {
        Objects.requireNonNull(stream);
        Objects.requireNonNull(value);
        if ((key == null) != (value instanceof Progress)) {
            throw new IllegalArgumentException("only a progress record has no key");
        }
    }
}
