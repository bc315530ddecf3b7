package vaiwg.jobs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import vaiwg.jobs.options.KafkaConnection;

/** Makes the topics that are missing, with the settings that {@link TopicKind} declares. Those that are there stay as they are. */
public final class TopicMaker {
    private static final int USUAL_PARTITIONS = 4;

    private final KafkaConnection kafka;
    private final Optional<Short> replicas;
    private final Duration retention;
    private final Map<String, String> ofEvents;

    /**
     * @param replicas of each partition; the broker's default where absent
     * @param retention of dead letters
     */
    public TopicMaker(KafkaConnection kafka, Optional<Short> replicas, Duration retention) {
        this(kafka, replicas, retention, Map.of());
    }

    private TopicMaker(
            KafkaConnection kafka, Optional<Short> replicas, Duration retention, Map<String, String> ofEvents) {
        this.kafka = kafka;
        this.replicas = replicas;
        this.retention = retention;
        this.ofEvents = ofEvents;
    }

    /** The same for a history that is played: its records keep the times with which they are sent, and have not the broker's. */
    public TopicMaker keepingTimes() {
        return new TopicMaker(kafka, replicas, retention, TopicSetting.KEPT_TIMES);
    }

    /** The settings of a topic whose records keep the times with which they are sent. */
    public static Map<String, String> keptTimes() {
        return TopicSetting.KEPT_TIMES;
    }

    /**
     * Returns when all topics are there and led by a broker.
     *
     * @param partitions of each stream's topic; the dead letters have one
     * @return the topics as they are then
     * @throws IllegalArgumentException in one sentence, where a topic is there with another number of partitions
     * @throws IllegalStateException in one sentence, where Kafka does not answer or makes no topics
     */
    public TopicReport make(int partitions) throws InterruptedException {
        TopicReport before = TopicReport.of(kafka, retention);
        List<NewTopic> missing = new ArrayList<>();
        for (TopicReport.State topic : before.topics()) {
            if (topic.isMissing()) {
                missing.add(missing(topic, partitions));
            } else if (topic.kind() == TopicKind.EVENTS && topic.partitions() != partitions) {
                throw new IllegalArgumentException("Topic " + topic.name() + " has " + topic.partitions()
                        + " partitions, not " + partitions + "; keep " + topic.partitions()
                        + ", or choose another topic prefix.");
            }
        }
        return missing.isEmpty() ? before : make(missing);
    }

    /**
     * Likewise topics that are not there, as they are described.
     *
     * @param missing all that are missing
     */
    public TopicReport make(List<NewTopic> missing) throws InterruptedException {
        try (Patience waiting = Patience.asking(kafka);
                Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            admin.createTopics(missing).all().get();
            return awaitKnown();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    KafkaErrors.reason(kafka, e)
                            .orElse("Kafka at " + kafka.bootstrapServers() + " makes no topics ("
                                    + e.getCause().getMessage() + "): correct what it names."),
                    e);
        }
    }

    /**
     * Likewise with as many partitions as the streams' topics have that are there; where these differ among themselves nothing is made, as
     * nothing would be right beside them.
     */
    public TopicReport makeMissing() throws InterruptedException {
        TopicReport before = TopicReport.of(kafka, retention);
        Set<Integer> counts = before.topics().stream()
                .filter(topic -> topic.kind() == TopicKind.EVENTS && !topic.isMissing())
                .map(TopicReport.State::partitions)
                .collect(Collectors.toSet());
        return counts.size() > 1 ? before : make(counts.stream().findFirst().orElse(USUAL_PARTITIONS));
    }

    private NewTopic missing(TopicReport.State topic, int partitions) {
        Map<String, String> settings = new HashMap<>(topic.kind().configuration(retention));
        if (topic.kind() == TopicKind.EVENTS) {
            settings.putAll(ofEvents);
            return new NewTopic(topic.name(), Optional.of(partitions), replicas).configs(settings);
        }
        return new NewTopic(topic.name(), Optional.of(1), replicas).configs(settings);
    }

    /**
     * The controller makes a topic before the broker tells its clients of it, and tells of it before it leads its partitions. An
     * idempotent producer must not begin in between: where its first batch is rejected and its second taken, the broker never takes the
     * first again. The report has heard from all leaders.
     */
    private TopicReport awaitKnown() throws InterruptedException {
        long deadline = System.nanoTime() + Patience.LONGEST.toNanos();
        while (true) {
            TopicReport report = TopicReport.of(kafka, retention);
            if (report.topics().stream().noneMatch(TopicReport.State::isMissing)) {
                return report;
            }
            if (System.nanoTime() > deadline) {
                report.requireFit();
            }
            Thread.sleep(TopicWait.POLL_MILLIS);
        }
    }
}
