package vaiwg.jobs;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vaiwg.schemas.EventStream;

/** The topics of the streams, and how many partitions they have. */
public final class Topics {
    private static final String DEAD_LETTER = "dead-letter";
    private static final int TIMEOUT_MS = 15_000;

    private Topics() {}

    /** The topics that the job reads. */
    public static List<String> streams(String prefix) {
        return Stream.of(EventStream.values())
                .map(stream -> stream.topic(prefix))
                .toList();
    }

    public static String deadLetter(String prefix) {
        return prefix + DEAD_LETTER;
    }

    /**
     * The number of partitions, which all streams' topics share.
     *
     * @throws IllegalStateException in one sentence, where the broker does not answer or the topics are not as the job needs them
     */
    public static int partitions(String bootstrapServers, String prefix) throws InterruptedException {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        try (Admin admin = Admin.create(properties)) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(streams(prefix)).allTopicNames().get();
            List<Integer> counts = topics.values().stream()
                    .map(topic -> topic.partitions().size())
                    .distinct()
                    .toList();
            if (counts.size() != 1) {
                throw new IllegalStateException("The topics " + String.join(", ", streams(prefix))
                        + " differ in their number of partitions: create them alike.");
            }
            return counts.get(0);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IllegalStateException(
                        "A topic is missing: create " + String.join(", ", streams(prefix)) + ".", e);
            }
            throw new IllegalStateException(
                    "Kafka at " + bootstrapServers + " does not answer: start it, or correct the address.", e);
        }
    }
}
