package vaiwg.jobs.kafka;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.admin.Admin;
import vaiwg.jobs.options.KafkaConnection;

/**
 * How many partitions the topics of events have, which is fixed for the topics' life: a record in a partition that the job does not read
 * is in no figure, and the clock does not wait for it.
 */
record PartitionCounts(KafkaConnection kafka, int wanted) implements Serializable {
    /** Asks; blocks. */
    Map<String, Integer> ask() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            Map<String, Integer> counts = new HashMap<>();
            admin.describeTopics(Topics.streams(kafka.topicPrefix()))
                    .allTopicNames()
                    .get()
                    .forEach(
                            (name, topic) -> counts.put(name, topic.partitions().size()));
            return counts;
        }
    }

    /** @throws BrokenLogException where a topic has another number than when the job started */
    void compare(Map<String, Integer> found) {
        require(
                found,
                (topic, count) ->
                        "Topic " + topic + " has " + count + " partitions and had " + wanted + " when the job started");
    }

    private void require(Map<String, Integer> found, BiFunction<String, Integer, String> difference) {
        new TreeMap<>(found).forEach((topic, count) -> {
            if (count != wanted) {
                throw new BrokenLogException(difference.apply(topic, count)
                        + ": figures would not hold what is in the others; make topics of another prefix, send the"
                        + " history again, and begin with an empty database (docs/go-live.md).");
            }
        });
    }

    /** @throws BrokenLogException where the splits of a checkpoint are those of another number; streams that it does not know are new */
    void compareCheckpoint(Collection<KafkaPartitionSplit> splits) {
        Map<String, Integer> known = splits.stream()
                .collect(Collectors.groupingBy(KafkaPartitionSplit::getTopic, Collectors.summingInt(split -> 1)));
        require(
                known,
                (topic, count) ->
                        "Topic " + topic + " has " + wanted + " partitions and had " + count + " at the checkpoint");
    }
}
