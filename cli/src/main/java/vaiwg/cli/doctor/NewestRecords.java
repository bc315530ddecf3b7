package vaiwg.cli.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;

/** When the newest record of each partition came. */
final class NewestRecords {
    private NewestRecords() {}

    /**
     * By stream, in the order of partitions; empty of a partition that has no record.
     *
     * @throws IllegalStateException in one sentence, where Kafka does not answer, or is older than 3.0 and cannot say
     */
    static Map<EventStream, List<Optional<Instant>>> of(KafkaConnection kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            Map<String, TopicDescription> topics = admin.describeTopics(Topics.streams(kafka.topicPrefix()))
                    .allTopicNames()
                    .get();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            topics.values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> asked.put(
                                    new TopicPartition(topic.name(), partition.partition()),
                                    OffsetSpec.maxTimestamp())));
            Map<TopicPartition, ListOffsetsResultInfo> newest =
                    admin.listOffsets(asked).all().get();
            Map<EventStream, List<Optional<Instant>>> all = new EnumMap<>(EventStream.class);
            for (EventStream stream : EventStream.values()) {
                String topic = stream.topic(kafka.topicPrefix());
                List<Optional<Instant>> ofStream = new ArrayList<>();
                for (int partition = 0;
                        partition < topics.get(topic).partitions().size();
                        partition++) {
                    ofStream.add(time(newest.get(new TopicPartition(topic, partition))));
                }
                all.put(stream, ofStream);
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        }
    }

    private static Optional<Instant> time(ListOffsetsResultInfo newest) {
        return newest.timestamp() < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest.timestamp()));
    }
}
