package vaiwg.jobs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import vaiwg.jobs.kafka.TopicSetting.Finding;
import vaiwg.jobs.options.KafkaConnection;

/** The topics as they are, compared with what the job needs of them. */
public record TopicReport(List<State> topics) {
    /**
     * @param id that a topic which is made again does not keep; empty where it is missing
     * @param partitions how many, 0 where it is missing
     * @param begins the greatest first offset of its partitions: above 0 where records were deleted
     */
    public record State(String name, TopicKind kind, String id, int partitions, long begins, List<Finding> findings) {
        public boolean isMissing() {
            return partitions == 0;
        }
    }

    /** Asks, with dead letters kept as long as usual. */
    public static TopicReport of(KafkaConnection kafka) throws InterruptedException {
        return of(kafka, TopicKind.DEAD_LETTER_RETENTION);
    }

    /**
     * @param retention of dead letters, at most
     * @throws IllegalStateException in one sentence, where Kafka does not answer or does not let the login ask
     */
    public static TopicReport of(KafkaConnection kafka, Duration retention) throws InterruptedException {
        Brokers.requireAnswer(kafka);
        try (Patience waiting = Patience.asking(kafka);
                Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            Map<String, TopicKind> wanted = Topics.all(kafka.topicPrefix());
            Map<String, TopicDescription> found = described(admin, wanted);
            Map<String, Map<String, String>> settings = settings(admin, found);
            Map<String, Long> begins = begins(admin, found);
            List<State> topics = new ArrayList<>();
            wanted.forEach((name, kind) -> topics.add(
                    settings.containsKey(name) && begins.containsKey(name)
                            ? state(kind, found.get(name), settings.get(name), begins.get(name), retention)
                            : missing(name, kind)));
            return new TopicReport(topics);
        } catch (ExecutionException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        }
    }

    private static Map<String, TopicDescription> described(Admin admin, Map<String, TopicKind> wanted)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> found = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(wanted.keySet()).topicNameValues().entrySet()) {
            try {
                found.put(topic.getKey(), topic.getValue().get());
            } catch (ExecutionException e) {
                TopicWait.requireUnknown(e);
            }
        }
        return found;
    }

    private static Map<String, Map<String, String>> settings(Admin admin, Map<String, TopicDescription> topics)
            throws ExecutionException, InterruptedException {
        Map<String, Map<String, String>> settings = new HashMap<>();
        List<ConfigResource> asked = topics.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> topic :
                admin.describeConfigs(asked).values().entrySet()) {
            try {
                settings.put(
                        topic.getKey().name(),
                        topic.getValue().get().entries().stream()
                                .filter(entry -> entry.value() != null)
                                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
            } catch (ExecutionException e) {
                // Another broker than the one that described the topic may not know it yet.
                TopicWait.requireUnknown(e);
            }
        }
        return settings;
    }

    /**
     * Answered by the partitions' leaders only: once they have answered, an idempotent producer may begin. Of a topic that a broker does not
     * know yet, there is none.
     */
    static Map<String, Long> begins(Admin admin, Map<String, TopicDescription> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.values()
                .forEach(topic -> IntStream.range(0, topic.partitions().size())
                        .forEach(partition ->
                                asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.earliest())));
        Map<String, Long> begins = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        ListOffsetsResult answers = admin.listOffsets(asked);
        for (TopicPartition partition : asked.keySet()) {
            try {
                long first = answers.partitionResult(partition).get().offset();
                begins.merge(partition.topic(), first, Math::max);
            } catch (ExecutionException e) {
                TopicWait.requireUnknown(e);
                unknown.add(partition.topic());
            }
        }
        begins.keySet().removeAll(unknown);
        return begins;
    }

    private static State state(
            TopicKind kind, TopicDescription topic, Map<String, String> settings, long begins, Duration retention) {
        List<Finding> findings = kind.settings(retention).stream()
                .flatMap(setting -> setting.compare(topic.name(), settings).stream())
                .toList();
        return new State(
                topic.name(),
                kind,
                topic.topicId().toString(),
                topic.partitions().size(),
                begins,
                findings);
    }

    private static State missing(String name, TopicKind kind) {
        return new State(
                name,
                kind,
                "",
                0,
                0,
                List.of(new Finding(true, "Topic " + name + " is missing: ./vaiwg topics creates it.")));
    }

    /** Everything that is not as it must be, the topics' partitions among themselves included. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        topics.forEach(topic -> findings.addAll(topic.findings()));
        List<State> events = events();
        if (events.stream().map(State::partitions).distinct().count() > 1) {
            findings.add(new Finding(
                    true,
                    "The topics differ in their number of partitions ("
                            + events.stream()
                                    .map(topic -> topic.name() + " " + topic.partitions())
                                    .collect(Collectors.joining(", "))
                            + "): make new ones that are alike, of another prefix, and send the history again."));
        }
        return findings;
    }

    /**
     * Returns where the job may start.
     *
     * @throws IllegalStateException in one sentence, the first that stops it
     */
    public TopicReport requireFit() {
        List<String> missing =
                topics.stream().filter(State::isMissing).map(State::name).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(Topics.missing(missing));
        }
        findings().stream().filter(Finding::stops).findFirst().ifPresent(finding -> {
            throw new IllegalStateException(finding.sentence());
        });
        return this;
    }

    /** What does not stop the job and should be looked at. */
    public List<String> warnings() {
        return findings().stream()
                .filter(finding -> !finding.stops())
                .map(Finding::sentence)
                .toList();
    }

    /** Topics of events whose beginning was deleted: a job that reads them from there cannot know what was in it. */
    public List<String> withoutBeginning() {
        return events().stream()
                .filter(topic -> topic.begins() > 0)
                .map(topic -> "The log of topic " + topic.name() + " begins at offset " + topic.begins()
                        + ", not at 0: what was before it is in no figure.")
                .toList();
    }

    /** The number of partitions, which all topics of events share where they are fit. */
    public int partitions() {
        return events().get(0).partitions();
    }

    /** Which topics these are, as long as none is deleted and made again. */
    public String log() {
        return events().stream()
                .map(topic -> topic.name() + "=" + topic.id())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private List<State> events() {
        return topics.stream().filter(topic -> topic.kind() == TopicKind.EVENTS).toList();
    }
}
