package vaiwg.cli.feed;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;

/**
 * How many records each partition of the streams' topics holds. Topics that are kept for ever and written without transactions hold
 * as many as the next offset says.
 */
record LogEnds(Map<EventStream, long[]> ends) {
    static LogEnds empty() {
        return new LogEnds(Map.of());
    }

    static LogEnds read(KafkaConnection kafka, Map<EventStream, Integer> partitions) {
        Map<EventStream, long[]> ends = new EnumMap<>(EventStream.class);
        try (Patience waiting = Patience.asking(kafka);
                Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            for (Map.Entry<EventStream, Integer> stream : partitions.entrySet()) {
                String topic = stream.getKey().topic(kafka.topicPrefix());
                Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
                for (int partition = 0; partition < stream.getValue(); partition++) {
                    asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
                }
                long[] found = new long[stream.getValue()];
                admin.listOffsets(asked).all().get().forEach((place, end) -> found[place.partition()] = end.offset());
                ends.put(stream.getKey(), found);
            }
            return new LogEnds(ends);
        } catch (ExecutionException e) {
            throw CommandFailure.unreachable(
                    "The Kafka broker at " + kafka.bootstrapServers()
                            + " does not answer for its topics; check that it runs and has them.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while the topics were looked at; run the command again.", e);
        }
    }

    /** Whether the next record for this partition is there already; each call counts one. */
    boolean takeOne(EventStream stream, int partition) {
        long[] left = ends.get(stream);
        if (left == null || left[partition] == 0) {
            return false;
        }
        left[partition]--;
        return true;
    }
}
