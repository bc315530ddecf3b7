package vaiwg.cli.doctor;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.KafkaLog;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;

/** The streams of which the job, at its newest checkpoint, had read all that there is. */
final class StreamsRead {
    private StreamsRead() {}

    /** None where Kafka does not tell this user how far the job is, or no job has said. */
    static Set<EventStream> of(KafkaConnection kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            Map<String, TopicDescription> topics = admin.describeTopics(Topics.streams(kafka.topicPrefix()))
                    .allTopicNames()
                    .get();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            topics.values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> asked.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            // How far it is before the ends: what comes between the two is not taken as read.
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(KafkaLog.group(kafka))
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                            asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get();
            Set<EventStream> all = EnumSet.noneOf(EventStream.class);
            for (EventStream stream : EventStream.values()) {
                String topic = stream.topic(kafka.topicPrefix());
                if (ends.entrySet().stream()
                        .filter(end -> end.getKey().topic().equals(topic))
                        .allMatch(end -> isRead(read.get(end.getKey()), end.getValue()))) {
                    all.add(stream);
                }
            }
            return all;
        } catch (ExecutionException e) {
            return EnumSet.noneOf(EventStream.class);
        }
    }

    private static boolean isRead(OffsetAndMetadata read, ListOffsetsResultInfo end) {
        return end.offset() == 0 || read != null && read.offset() >= end.offset();
    }
}
