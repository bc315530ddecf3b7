package vaiwg.cli.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * Writes encoded events into the streams' topics. For one thread.
 *
 * <p>Within a partition the order of the calls is kept, also when a batch is sent again: the producer is idempotent. So what was
 * handed over before a progress record precedes it in every partition.
 */
final class StreamProducer implements AutoCloseable {
    private final KafkaConnection kafka;
    private final Duration patience;
    private final Patience waiting;
    private final Callback callback;
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventEncoder encoder = new EventEncoder();
    private final Map<EventStream, String> topics = new EnumMap<>(EventStream.class);
    private final Map<EventStream, Integer> partitions = new EnumMap<>(EventStream.class);
    private LogEnds written = LogEnds.empty();

    /**
     * Connects, and reads the number of partitions of every topic.
     *
     * @param patience how long a broker may be away before it counts as gone
     * @param callback told of every record, on a thread of the producer
     */
    StreamProducer(KafkaConnection kafka, Duration patience, Callback callback) {
        KafkaServer.requireStreams(kafka);
        this.kafka = kafka;
        this.patience = patience;
        this.producer = new KafkaProducer<>(
                kafka.producer(properties(patience)), new ByteArraySerializer(), new ByteArraySerializer());
        this.waiting = Patience.with(kafka);
        this.callback = (written, failure) -> {
            waiting.answered();
            callback.onCompletion(written, failure);
        };
        try {
            for (EventStream stream : EventStream.values()) {
                topics.put(stream, stream.topic(kafka.topicPrefix()));
                partitions.put(
                        stream, producer.partitionsFor(topics.get(stream)).size());
            }
        } catch (KafkaException e) {
            abort();
            throw failure(e);
        }
    }

    /** Those of every producer here; the map may be changed. */
    static Map<String, Object> properties(Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        int linger = 20;
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        // A request that is lost is sent again before the patience ends.
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 3);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis + linger);
        return properties;
    }

    /**
     * From now on skips, in each partition, as many records as the partition contains already: for a caller that sends again what
     * was written in part.
     */
    void skipExisting() {
        written = LogEnds.read(kafka, partitions);
    }

    /** Sends an event; its partition follows from the key, as Kafka's own partitioner has it. */
    void send(EventStream stream, String key, long timestamp, SpecificRecord event) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int partition = Utils.toPositive(Utils.murmur2(keyBytes)) % partitions.get(stream);
        if (!written.takeOne(stream, partition)) {
            send(new ProducerRecord<>(topic(stream), partition, timestamp, keyBytes, encoder.encode(event)));
        }
    }

    void send(ProducerRecord<byte[], byte[]> next) {
        waiting.asked();
        producer.send(next, callback);
    }

    String topic(EventStream stream) {
        return topics.get(stream);
    }

    /** Sends a progress record to every partition of the stream's topic. */
    void sendToEveryPartition(EventStream stream, long timestamp, Progress progress) {
        byte[] value = encoder.encode(progress);
        for (int partition = 0; partition < partitions.get(stream); partition++) {
            if (!written.takeOne(stream, partition)) {
                send(new ProducerRecord<>(topics.get(stream), partition, timestamp, null, value));
            }
        }
    }

    /**
     * Sends a progress record to one partition of the first stream's topic, and returns when the broker has it.
     *
     * @return the time that the record has there, epoch milliseconds: the broker's, or where the topic keeps what is sent, {@code timestamp}
     * @throws KafkaException where the broker does not take it
     */
    long timeOf(long timestamp, Progress progress) {
        String topic = topics.get(EventStream.values()[0]);
        try {
            return producer.send(new ProducerRecord<>(topic, 0, timestamp, null, encoder.encode(progress)))
                    .get()
                    .timestamp();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Returns when every record handed over so far was written, or was reported to the callback as failed. */
    void flush() {
        producer.flush();
    }

    /** The sentence for a failed record; Kafka's own words may hold a record's key, so they are left to the cause. */
    CommandFailure failure(Exception e) {
        return CommandFailure.unreachable(
                KafkaErrors.reason(kafka, e)
                        .orElse("The Kafka broker at " + kafka.bootstrapServers() + " did not take a record within "
                                + patience.toSeconds()
                                + " seconds; check that it runs, has the topics, and that its disk has room."),
                e);
    }

    /** Sends what waits, for at most the patience. */
    @Override
    public void close() {
        producer.close(patience);
        waiting.close();
    }

    /** Drops what waits: after a failure nothing of it would arrive. */
    void abort() {
        producer.close(Duration.ZERO);
        waiting.close();
    }
}
