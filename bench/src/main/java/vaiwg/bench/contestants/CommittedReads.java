package vaiwg.bench.contestants;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.EventLog;

/** How far an application of Kafka Streams, which has no end of its own, has read its topics. */
final class CommittedReads {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration CALL_PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 200;
    /** What a topic of the application's own begins with is its id. */
    private static final int OWN_TOPICS = 1;

    private CommittedReads() {}

    /**
     * Returns when all input is committed, and then all that it was repartitioned to: a place is committed once what was read before it is
     * written.
     */
    static void awaitEnd(EventLog log, String application)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(log.connection().admin(CALL_PATIENCE))) {
            long begun = System.nanoTime();
            for (String topics : List.of(EventLog.PREFIX, application)) {
                int count = topics.equals(application) ? OWN_TOPICS : CaseRow.STREAMS.size();
                while (!isRead(admin, application, topics, count * EventLog.PARTITIONS)) {
                    if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                        throw new TimeoutException("Kafka Streams did not read its topics within " + PATIENCE + ".");
                    }
                    Thread.sleep(POLL_MILLIS);
                }
            }
        }
    }

    private static boolean isRead(Admin admin, String application, String topics, int partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> read = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> place : admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
            if (place.getKey().topic().startsWith(topics) && place.getValue() != null) {
                read.put(place.getKey(), place.getValue().offset());
            }
        }
        if (read.size() < partitions) {
            return false;
        }
        return admin
                .listOffsets(
                        read.keySet().stream().collect(Collectors.toMap(place -> place, place -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .allMatch(end -> end.getValue().offset() <= read.get(end.getKey()));
    }
}
