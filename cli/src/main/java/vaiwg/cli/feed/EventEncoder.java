package vaiwg.cli.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Avro's single-object encoding: a marker, the schema's fingerprint, the record. For one thread. */
public final class EventEncoder {
    /** By identity, as every generated class has one schema object and its hash code is costly. */
    private final Map<Schema, BinaryMessageEncoder<SpecificRecord>> encoders = new IdentityHashMap<>();

    /**
     * The event as it stands on a topic.
     *
     * @throws UncheckedIOException where a write to memory fails
     */
    public byte[] encode(SpecificRecord event) {
        BinaryMessageEncoder<SpecificRecord> encoder = encoders.computeIfAbsent(
                event.getSchema(),
                schema -> new BinaryMessageEncoder<>(SpecificData.getForClass(event.getClass()), schema));
        try {
            // The encoder copies, so the array is exactly as long as the record.
            return encoder.encode(event).array();
        } catch (IOException e) {
            throw new UncheckedIOException("a write to memory failed", e);
        }
    }
}
