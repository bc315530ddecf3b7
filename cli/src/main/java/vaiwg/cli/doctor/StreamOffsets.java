package vaiwg.cli.doctor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.Topics;
import vaiwg.schemas.EventStream;

/** What Kafka says of the partitions of the streams' topics. */
final class StreamOffsets {
    private StreamOffsets() {}

    /**
     * By stream, in the order of partitions.
     *
     * @param asked of each partition
     * @param level which records are looked at
     */
    static Map<EventStream, Map<TopicPartition, ListOffsetsResultInfo>> of(
            Admin admin, String topicPrefix, OffsetSpec asked, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> topics = admin.describeTopics(Topics.streams(topicPrefix))
                .allTopicNames()
                .get();
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        topics.values().forEach(topic -> partitions(topic).forEach(partition -> all.put(partition, asked)));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(all, new ListOffsetsOptions(level)).all().get();
        Map<EventStream, Map<TopicPartition, ListOffsetsResultInfo>> offsets = new EnumMap<>(EventStream.class);
        for (EventStream stream : EventStream.values()) {
            Map<TopicPartition, ListOffsetsResultInfo> ofStream = new LinkedHashMap<>();
            partitions(topics.get(stream.topic(topicPrefix)))
                    .forEach(partition -> ofStream.put(partition, found.get(partition)));
            offsets.put(stream, ofStream);
        }
        return offsets;
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }
}
