package vaiwg.cli.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.TrustedClasses;

/**
 * From a message that any released build wrote to the whole event, in the newest schema: for those who need more of it than the job
 * reads. Not safe for several threads.
 *
 * <p>Avro's own message decoder reads from a stream, so it believes any length that a message names, and fifteen bytes can ask for
 * two gigabytes. A decoder over the array knows how many bytes there are, and believes no length beyond them.
 */
public final class EventDecoder {
    private static final int HEADER = 10;
    private static final byte MARK_1 = (byte) 0xC3;
    private static final byte MARK_2 = 0x01;

    private final Map<Long, DatumReader<SpecificRecord>> readers = new HashMap<>();
    private BinaryDecoder reused;

    public EventDecoder() {
        TrustedClasses.register();
        for (String name : ReleasedSchemas.names()) {
            Schema newest = ReleasedSchemas.newest(name);
            SpecificData data = SpecificData.getForSchema(newest);
            // The class's own schema says that texts in lists are strings too.
            Schema own = data.getSchema(data.getClass(newest));
            for (Schema released : ReleasedSchemas.of(name)) {
                readers.put(
                        SchemaNormalization.parsingFingerprint64(released),
                        new SpecificDatumReader<>(released, own, data));
            }
        }
    }

    /** The event in a message; empty where it is none of ours, cut off, or followed by other bytes. */
    public Optional<SpecificRecord> decode(byte[] message) {
        if (message == null || message.length < HEADER || message[0] != MARK_1 || message[1] != MARK_2) {
            return Optional.empty();
        }
        long fingerprint = ByteBuffer.wrap(message, HEADER - Long.BYTES, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        DatumReader<SpecificRecord> reader = readers.get(fingerprint);
        if (reader == null) {
            return Optional.empty();
        }
        try {
            reused = DecoderFactory.get().binaryDecoder(message, HEADER, message.length - HEADER, reused);
            SpecificRecord event = reader.read(null, reused);
            return reused.isEnd() ? Optional.of(event) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Bytes alone decide what is thrown here: whatever it is, they are no event.
            return Optional.empty();
        }
    }
}
