package vaiwg.jobs.options;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The Kafka cluster whose topics hold the event log, and the one place in which properties of Kafka clients are put together.
 *
 * @param bootstrapServers its brokers, {@code host:port} separated by commas
 * @param topicPrefix of the topics' names, with its dot: {@code vaiwg.}
 * @param properties of every client, such as those of TLS and SASL; they may hold secrets
 */
public record KafkaConnection(String bootstrapServers, String topicPrefix, Map<String, String> properties)
        implements Serializable {
    /** What an aborted transaction left in the log is no event. */
    public static final String ISOLATION = "read_committed";

    /** Kafka's own default. */
    private static final int REQUEST_MILLIS = 30_000;

    public KafkaConnection {
        properties = Map.copyOf(properties);
    }

    /** Without TLS and without a login. */
    public KafkaConnection(String bootstrapServers, String topicPrefix) {
        this(bootstrapServers, topicPrefix, Map.of());
    }

    /** Whether its clients speak TLS. */
    public boolean isEncrypted() {
        return properties
                .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "")
                .toUpperCase(Locale.ROOT)
                .contains("SSL");
    }

    /** A topic's name without the prefix, as a copy of the log under another prefix has it. */
    public String shortName(String topic) {
        return topic.substring(topicPrefix.length());
    }

    /** For an admin client whose calls end within the patience. */
    public Map<String, Object> admin(Duration patience) {
        return with(timeouts(patience));
    }

    /** For a consumer that is assigned its partitions and commits nothing. */
    public Map<String, Object> consumer(Duration patience) {
        Map<String, Object> own = timeouts(patience);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, ISOLATION);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Where a beginning is deleted while it is read, all that is left is read: by Kafka's default, nothing would
        // be.
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return with(own);
    }

    /** A consumer of records as they are, likewise. */
    public KafkaConsumer<byte[], byte[]> reader(Duration patience) {
        return new KafkaConsumer<>(consumer(patience), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** For an idempotent producer, with settings of its own that go before the file's. */
    public Map<String, Object> producer(Map<String, Object> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        return with(own);
    }

    /** For Flink's connector, which sets the rest. */
    public Properties connector() {
        Properties connector = new Properties();
        connector.putAll(with(Map.of()));
        return connector;
    }

    /** A request that is lost is sent again before the patience ends. */
    private static Map<String, Object> timeouts(Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        return new HashMap<>(Map.of(
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                Math.min(millis, REQUEST_MILLIS)));
    }

    private Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(own);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return all;
    }

    /** The brokers and the prefix only: properties hold passwords. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers + ", topics " + topicPrefix + "*";
    }
}
