package vaiwg.cli.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vaiwg.cli.CommandFailure;
import vaiwg.jobs.Topics;
import vaiwg.schemas.EventStream;

/** The topics of the streams and of the dead letters, kept for ever. */
final class StreamTopics {
    /** Records carry the time of the event: retention by time would delete history the moment it is loaded. */
    private static final String FOR_EVER = "-1";

    /** Ten years in milliseconds: segments roll by size; by time, three years of history would make one for every week. */
    private static final String ROLL_BY_SIZE = "315360000000";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 50;

    private StreamTopics() {}

    static void create(String bootstrapServers, String prefix, int partitions) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (EventStream stream : EventStream.values()) {
            wanted.put(stream.topic(prefix), partitions);
        }
        wanted.put(Topics.deadLetter(prefix), 1);

        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = wanted.entrySet().stream()
                    .filter(topic -> !present.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1).configs(configuration()))
                    .toList();
            admin.createTopics(missing).all().get();
            for (TopicDescription topic : describe(admin, wanted.keySet()).values()) {
                requirePartitions(topic, wanted.get(topic.name()));
            }
            awaitLeaders(admin, missing);
        } catch (ExecutionException e) {
            throw CommandFailure.unreachable(
                    "The topics could not be made at " + bootstrapServers + "; check that the Kafka broker runs.",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted while the topics were made; run the command again.", e);
        }
    }

    /** The controller makes a topic before the broker tells its clients of it: on a busy machine that takes a while. */
    private static Map<String, TopicDescription> describe(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(topics).allTopicNames().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /**
     * The broker tells of a topic before it leads its partitions. An idempotent producer must not begin in between: where its first
     * batch is refused and its second taken, the broker never takes the first again. Offsets are answered by leaders only.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }

    private static Map<String, String> configuration() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER,
                TopicConfig.SEGMENT_MS_CONFIG, ROLL_BY_SIZE);
    }

    private static void requirePartitions(TopicDescription topic, int wanted) {
        int found = topic.partitions().size();
        if (found != wanted) {
            throw CommandFailure.wrongUsage("Topic " + topic.name() + " has " + found + " partitions, not " + wanted
                    + "; keep " + found + ", or choose another topic prefix or folder.");
        }
    }
}
