package vaiwg.jobs.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.schemas.TrustedClasses;

/**
 * From bytes to an event: Avro single-object encoding, told apart by the schema's fingerprint. Not safe for several threads.
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
        for (EventStream stream : EventStream.values()) {
            register(stream.schema());
        }
        register(Progress.SCHEMA$);
    }

    /**
     * The event in a message.
     *
     * @throws Refusal where it is not one of ours, cut off, or followed by other bytes
     */
    public SpecificRecord decode(byte[] message) throws Refusal {
        if (message.length < HEADER || message[0] != MARK_1 || message[1] != MARK_2) {
            throw new Refusal(Reason.UNDECODABLE, "not a single-object encoded Avro message");
        }
        long fingerprint = ByteBuffer.wrap(message, 2, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        DatumReader<SpecificRecord> reader = readers.get(fingerprint);
        if (reader == null) {
            throw new Refusal(Reason.UNKNOWN_SCHEMA, "schema fingerprint " + Long.toHexString(fingerprint));
        }
        return decodeBody(message, reader);
    }

    private SpecificRecord decodeBody(byte[] message, DatumReader<SpecificRecord> reader) throws Refusal {
        SpecificRecord event;
        boolean whole;
        try {
            reused = DecoderFactory.get().binaryDecoder(message, HEADER, message.length - HEADER, reused);
            event = reader.read(null, reused);
            whole = reused.isEnd();
        } catch (IOException | RuntimeException e) {
            // Bytes alone decide what is thrown here: whatever it is, they are no event.
            throw new Refusal(Reason.UNDECODABLE, "the body does not fit its schema");
        }
        if (!whole) {
            throw new Refusal(Reason.UNDECODABLE, "bytes follow the event");
        }
        return event;
    }

    private void register(Schema schema) {
        readers.put(
                SchemaNormalization.parsingFingerprint64(schema),
                new SpecificDatumReader<>(schema, schema, SpecificData.getForSchema(schema)));
    }
}
