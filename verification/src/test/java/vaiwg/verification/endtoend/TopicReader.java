package vaiwg.verification.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vaiwg.schemas.EventStream;

/** Reads what is in the topics of all streams, from the beginning. */
public final class TopicReader {
    private TopicReader() {}

    /** Returns when so many records were read; the order is that of the offsets within each partition. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String bootstrapServers, String prefix, int count) {
        return read(bootstrapServers, prefix, ends -> count);
    }

    /** Returns when all that was there at the call was read. */
    public static List<ConsumerRecord<byte[], byte[]>> readAll(String bootstrapServers, String prefix) {
        return read(
                bootstrapServers,
                prefix,
                ends -> ends.stream().mapToLong(Long::longValue).sum());
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            String bootstrapServers, String prefix, ToLongFunction<Collection<Long>> wanted) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Arrays.stream(EventStream.values())
                    .flatMap(stream -> consumer.partitionsFor(stream.topic(prefix)).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long count = wanted.applyAsLong(consumer.endOffsets(partitions).values());
            while (found.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        return found;
    }
}
