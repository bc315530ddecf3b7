package vaiwg.jobs.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.schemas.TrustedClasses;

/** From bytes to an event: Avro single-object encoding, told apart by the schema's fingerprint. Not safe for several threads. */
public final class EventDecoder {
    private static final int HEADER = 10;
    private static final byte MARK_1 = (byte) 0xC3;
    private static final byte MARK_2 = 0x01;

    private final Map<Long, BinaryMessageDecoder<SpecificRecord>> decoders = new HashMap<>();

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
     * @throws Refusal where it is not one of ours or cut off
     */
    public SpecificRecord decode(byte[] message) throws Refusal {
        if (message.length < HEADER || message[0] != MARK_1 || message[1] != MARK_2) {
            throw new Refusal(Reason.UNDECODABLE, "not a single-object encoded Avro message");
        }
        long fingerprint = ByteBuffer.wrap(message, 2, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        BinaryMessageDecoder<SpecificRecord> decoder = decoders.get(fingerprint);
        if (decoder == null) {
            throw new Refusal(Reason.UNKNOWN_SCHEMA, "schema fingerprint " + Long.toHexString(fingerprint));
        }
        try {
            return decoder.decode(message);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new Refusal(Reason.UNDECODABLE, "the body does not fit its schema");
        }
    }

    private void register(Schema schema) {
        decoders.put(
                SchemaNormalization.parsingFingerprint64(schema),
                new BinaryMessageDecoder<>(SpecificData.getForSchema(schema), schema));
    }
}
