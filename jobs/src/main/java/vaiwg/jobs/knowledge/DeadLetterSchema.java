package vaiwg.jobs.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import vaiwg.kpis.digest.Sha256;

/**
 * A dead letter as a record: key and value as received, the rest in headers. The letter's own timestamp is when it was written.
 *
 * <p>A value may have come compressed, or to a topic that takes more than this one: what is too long for a producer or topic with
 * Kafka's defaults (1 MiB) is cut, with its length and SHA-256 in headers. The job must not stop for it, and the whole record is
 * still at its place.
 */
public final class DeadLetterSchema implements KafkaRecordSerializationSchema<DeadLetter> {
    private static final long serialVersionUID = 1L;

    /** The longest value that a letter holds whole, in bytes; with key and headers it stays below a mebibyte. */
    public static final int LONGEST_VALUE = 900_000;
    /** The longest key that a letter holds whole, in bytes. */
    public static final int LONGEST_KEY = 64_000;

    private static final String REASON = "reason";
    private static final String DETAIL = "detail";
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String TIMESTAMP = "timestamp";
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final String BYTES = "-bytes";
    private static final String UNKNOWN = "unknown";
    private static final String SHA_256 = "-sha256";

    private final String topic;

    public DeadLetterSchema(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext context, Long timestamp) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, REASON, letter.reason);
        add(headers, DETAIL, letter.detail);
        add(headers, TOPIC, letter.topic);
        add(headers, PARTITION, Integer.toString(letter.partition));
        add(headers, OFFSET, Long.toString(letter.offset));
        add(headers, TIMESTAMP, Long.toString(letter.timestamp));
        byte[] key = fitting(headers, KEY, letter.key, LONGEST_KEY);
        byte[] value = fitting(headers, VALUE, letter.value, LONGEST_VALUE);
        if (letter.cut && letter.value == null) {
            add(headers, VALUE + BYTES, UNKNOWN);
        }
        return new ProducerRecord<>(topic, null, null, key, value, headers);
    }

    private static byte[] fitting(Headers headers, String part, byte[] bytes, int longest) {
        if (bytes == null || bytes.length <= longest) {
            return bytes;
        }
        add(headers, part + BYTES, Integer.toString(bytes.length));
        add(headers, part + SHA_256, Sha256.hex(bytes));
        return Arrays.copyOf(bytes, longest);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
