package vaiwg.cli.feed;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;

/** Makes producers of records that a broker once took. */
public final class CopyingProducer {
    private static final int LINGER_MILLIS = 20;
    private static final int BATCH_BYTES = 256 * 1024;
    /** As much as a producer holds: a client measures a record before it is compressed, so it may be larger than its topic's limit. */
    private static final int LARGEST_BYTES = 32 * 1024 * 1024;

    private CopyingProducer() {}

    /** One that gives up when the broker does not answer for as long as is ever waited for it. */
    public static KafkaProducer<byte[], byte[]> of(KafkaConnection kafka) {
        int millis = Math.toIntExact(Patience.LONGEST.toMillis());
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 3);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis + LINGER_MILLIS);
        if (!kafka.properties().containsKey(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)) {
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_BYTES);
        }
        return new KafkaProducer<>(kafka.producer(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }
}
