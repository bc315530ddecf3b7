package vaiwg.verification.oracle;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.EventStream;

/**
 * A record where it lies in the log.
 *
 * @param topic its topic, of the stream that it belongs to
 * @param timestamp the Kafka record's own timestamp, epoch milliseconds
 * @param key the subject's id, or null for a progress record
 */
public record LogRecord(
        String topic,
        EventStream stream,
        int partition,
        long offset,
        long timestamp,
        String key,
        SpecificRecord value) {
    /** One line for the person who looks for the reason of a difference: where it lies, and what it says, without what is absent. */
    String describe() {
        return "%s-%d@%d %s %s"
                .formatted(
                        topic,
                        partition,
                        offset,
                        Instant.ofEpochMilli(timestamp),
                        value.toString().replaceAll("\"[A-Za-z0-9]+\": null(, )?", ""));
    }
}
