package vaiwg.cli.doctor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.KafkaLog;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;

/** The streams of which the job, at its newest checkpoint, had read all that there is. */
final class StreamsRead {
    private StreamsRead() {}

    /** None where Kafka does not tell this user how far the job is, or no job has said. */
    static Set<EventStream> of(KafkaConnection kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            // How far it is before the ends: what comes between the two is not taken as read.
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(KafkaLog.group(kafka))
                    .partitionsToOffsetAndMetadata()
                    .get();
            Set<EventStream> all = EnumSet.noneOf(EventStream.class);
            StreamOffsets.of(admin, kafka.topicPrefix(), OffsetSpec.latest(), IsolationLevel.READ_COMMITTED)
                    .forEach((stream, ends) -> {
                        if (ends.entrySet().stream().allMatch(end -> isRead(read.get(end.getKey()), end.getValue()))) {
                            all.add(stream);
                        }
                    });
            return all;
        } catch (ExecutionException e) {
            return EnumSet.noneOf(EventStream.class);
        }
    }

    private static boolean isRead(OffsetAndMetadata read, ListOffsetsResultInfo end) {
        return end.offset() == 0 || read != null && read.offset() >= end.offset();
    }
}
