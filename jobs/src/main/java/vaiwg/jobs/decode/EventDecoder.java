package vaiwg.jobs.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.TrustedClasses;

/**
 * From bytes to an event of the newest schema: Avro single-object encoding of any released version, found by its fingerprint, or where
 * there is a registry also Confluent's frame, with the id that the schema has there. Not safe for several threads.
 *
 * <p>Avro's own message decoder reads from a stream, so it believes any length that a message names, and fifteen bytes can ask for
 * two gigabytes. A decoder over the array knows how many bytes there are, and believes no length beyond them.
 */
public final class EventDecoder {
    private static final int HEADER = 10;
    private static final byte MARK_1 = (byte) 0xC3;
    private static final byte MARK_2 = 0x01;
    private static final int FRAME = 5;
    private static final byte FRAME_MARK = 0;

    private final Map<Long, DatumReader<SpecificRecord>> readers = new HashMap<>();
    private final Optional<WriterSchemas> writers;
    private BinaryDecoder reused;

    /** Of messages in single-object encoding only. */
    public EventDecoder() {
        this(Optional.empty());
    }

    /** @param registry where the schemas of framed messages are kept */
    public EventDecoder(Optional<HttpEndpoint> registry) {
        this(registry, System::nanoTime);
    }

    /** @param nanoTime by which refused schemas are asked for again, in nanoseconds */
    EventDecoder(Optional<HttpEndpoint> registry, LongSupplier nanoTime) {
        TrustedClasses.register();
        writers = registry.map(address -> new WriterSchemas(address, nanoTime));
        for (String name : ReleasedSchemas.names()) {
            Schema newest = ReleasedSchemas.newest(name);
            ReleasedSchemas.of(name).forEach(released -> register(released, newest));
            // Last, in the place of its released copy: what this build writes needs no resolution.
            register(newest, newest);
        }
    }

    /**
     * The event in a message.
     *
     * @throws Refusal where it is not one of ours, cut off, or followed by other bytes
     * @throws IllegalStateException in one sentence, where the registry is needed and does not answer
     */
    public SpecificRecord decode(byte[] message) throws Refusal {
        if (writers.isPresent() && message.length >= FRAME && message[0] == FRAME_MARK) {
            int id = ByteBuffer.wrap(message, 1, Integer.BYTES).getInt();
            return decodeBody(message, FRAME, writers.get().reader(id));
        }
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
        return decodeBody(message, HEADER, reader);
    }

    private SpecificRecord decodeBody(byte[] message, int begin, DatumReader<SpecificRecord> reader) throws Refusal {
        SpecificRecord event;
        boolean whole;
        try {
            reused = DecoderFactory.get().binaryDecoder(message, begin, message.length - begin, reused);
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

    private void register(Schema writer, Schema newest) {
        readers.put(
                SchemaNormalization.parsingFingerprint64(writer),
                new SpecificDatumReader<>(writer, newest, SpecificData.getForSchema(newest)));
    }
}
