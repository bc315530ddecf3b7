package vaiwg.bench.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * The log that every contestant reads: some days of a synthetic force on a broker.
 *
 * @param bootstrapServers of the broker
 * @param brokerPid the broker's process; our own where it runs in this JVM
 * @param firstDay of the history
 * @param days that the history has
 */
public record EventLog(String bootstrapServers, long brokerPid, LocalDate firstDay, int days) {
    /** Of every history that is not to end today. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

    public static final String PREFIX = "vaiwg.";
    public static final int PARTITIONS = 2;
    /** All that the job reads. */
    public static final Set<EventStream> ALL = EnumSet.allOf(EventStream.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public KafkaConnection connection() {
        return new KafkaConnection(bootstrapServers, PREFIX);
    }

    public LocalDate endDay() {
        return firstDay.plusDays(days);
    }

    /** The midnight at which the history ends. */
    public Instant end() {
        return Instant.ofEpochMilli(LondonDays.startOf((int) endDay().toEpochDay()));
    }

    /** A record as it stands on a stream's topic of one partition; progress has no key. */
    public static ConsumerRecord<byte[], byte[]> message(
            EventStream stream, long offset, long timestamp, byte[] key, byte[] value) {
        return ReceivedRecord.of(stream.topic(PREFIX), 0, offset, timestamp, key, value);
    }

    public static List<String> topics(Collection<EventStream> streams) {
        return streams.stream().map(stream -> stream.topic(PREFIX)).sorted().toList();
    }

    /** How many records some streams' topics hold, progress records among them. */
    public long records(Set<EventStream> streams) {
        try (KafkaConsumer<byte[], byte[]> consumer = connection().reader(PATIENCE)) {
            return consumer.endOffsets(partitions(streams)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Reads some streams' topics from their beginning to their end, in one thread. */
    public void read(Set<EventStream> streams, BiConsumer<EventStream, ConsumerRecord<byte[], byte[]>> receiver) {
        Map<String, EventStream> byTopic = new HashMap<>();
        streams.forEach(stream -> byTopic.put(stream.topic(PREFIX), stream));
        try (KafkaConsumer<byte[], byte[]> consumer = connection().reader(PATIENCE)) {
            List<TopicPartition> partitions = partitions(streams);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (left > 0) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(PATIENCE)) {
                    receiver.accept(byTopic.get(message.topic()), message);
                    left--;
                }
            }
        }
    }

    private static List<TopicPartition> partitions(Set<EventStream> streams) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics(streams)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
        return partitions;
    }
}
