package vaiwg.jobs.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.schemas.ReleasedSchemas;

/**
 * From bytes to the row of the newest schema: Avro single-object encoding of any released version, found by its fingerprint, or where
 * there is a registry also Confluent's frame, with the id that the schema has there. Not safe for several threads.
 */
final class RowDecoder {
    private static final int HEADER = 10;
    private static final VarHandle FINGERPRINT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte MARK_1 = (byte) 0xC3;
    private static final byte MARK_2 = 0x01;
    private static final int FRAME = 5;
    private static final byte FRAME_MARK = 0;

    /** Of all released schemas, in ascending order. */
    private final long[] fingerprints;
    /** How what was written with each is read. */
    private final Plan[] plans;

    private final Optional<WriterSchemas> writers;

    /**
     * @param rows of all that is read
     * @param registry where the schemas of framed messages are kept
     * @param nanoTime by which rejected schemas are asked for again, in nanoseconds
     */
    RowDecoder(List<? extends Row> rows, Optional<HttpEndpoint> registry, LongSupplier nanoTime) {
        writers = registry.map(address -> new WriterSchemas(rows, address, nanoTime));
        Map<Long, Plan> byFingerprint = new TreeMap<>();
        for (Row row : rows) {
            for (Schema released : ReleasedSchemas.of(row.name)) {
                byFingerprint.put(
                        SchemaNormalization.parsingFingerprint64(released), PlanCompiler.compile(released, row));
            }
        }
        fingerprints =
                byFingerprint.keySet().stream().mapToLong(Long::longValue).toArray();
        plans = byFingerprint.values().toArray(Plan[]::new);
    }

    /**
     * The row of a message, with what the message says in it until the next one is decoded.
     *
     * @throws Rejection where it is not one of ours, cut off, or followed by other bytes
     * @throws IllegalStateException in one sentence, where the registry is needed and does not answer
     */
    Row decode(byte[] message) throws Rejection {
        if (writers.isPresent() && message.length >= FRAME && message[0] == FRAME_MARK) {
            int id = ByteBuffer.wrap(message, 1, Integer.BYTES).getInt();
            return read(message, FRAME, writers.get().plan(id));
        }
        if (message.length < HEADER || message[0] != MARK_1 || message[1] != MARK_2) {
            throw new Rejection(Reason.UNDECODABLE, "not a single-object encoded Avro message");
        }
        long fingerprint = (long) FINGERPRINT.get(message, 2);
        int place = Arrays.binarySearch(fingerprints, fingerprint);
        if (place < 0) {
            throw new Rejection(Reason.UNKNOWN_SCHEMA, "schema fingerprint " + Long.toHexString(fingerprint));
        }
        return read(message, HEADER, plans[place]);
    }

    private static Row read(byte[] message, int begin, Plan plan) throws Rejection {
        int end;
        try {
            end = plan.read(message, begin);
        } catch (RuntimeException e) {
            // Bytes alone decide what is thrown here: whatever it is, they are no event.
            throw new Rejection(Reason.UNDECODABLE, "the body does not fit its schema");
        }
        if (end < message.length) {
            throw new Rejection(Reason.UNDECODABLE, "bytes follow the event");
        }
        return plan.row();
    }
}
