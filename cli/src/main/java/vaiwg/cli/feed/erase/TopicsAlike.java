package vaiwg.cli.feed.erase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.OwnSettings;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.kafka.TopicMaker;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;

/** Topics of another prefix that are as those of a log: partitions, replicas, and every setting that was made for a topic. */
final class TopicsAlike {
    private final KafkaConnection to;
    /** By the name without a prefix. */
    private final Map<String, Topic> topics;

    private record Topic(TopicKind kind, int partitions, short replicas, Map<String, String> settings) {}

    private TopicsAlike(KafkaConnection to, Map<String, Topic> topics) {
        this.to = to;
        this.topics = topics;
    }

    /**
     * Asks how the old ones are, none of which is missing.
     *
     * @param replicas of each partition; as many as the topic has where absent
     * @throws CommandFailure where Kafka does not answer
     */
    static TopicsAlike of(KafkaConnection from, KafkaConnection to, Optional<Short> replicas)
            throws InterruptedException {
        Map<String, TopicKind> kinds = Topics.all(from.topicPrefix());
        try (Patience waiting = Patience.asking(from);
                Admin admin = Admin.create(from.admin(Patience.LONGEST))) {
            Map<String, TopicDescription> described =
                    admin.describeTopics(kinds.keySet()).allTopicNames().get();
            Map<String, Topic> topics = new TreeMap<>();
            for (Map.Entry<String, TopicKind> topic : kinds.entrySet()) {
                TopicDescription there = described.get(topic.getKey());
                short copies = (short) there.partitions().get(0).replicas().size();
                topics.put(
                        from.shortName(topic.getKey()),
                        new Topic(
                                topic.getValue(),
                                there.partitions().size(),
                                replicas.isPresent() ? replicas.get() : copies,
                                OwnSettings.of(admin, topic.getKey())));
            }
            return new TopicsAlike(to, topics);
        } catch (ExecutionException e) {
            throw CommandFailure.unreachable(KafkaErrors.sentence(from, e), e);
        }
    }

    /**
     * Makes them, those of events so that records keep their times.
     *
     * @throws CommandFailure where Kafka makes none
     */
    TopicReport make() throws InterruptedException {
        List<NewTopic> wanted = new ArrayList<>();
        topics.forEach((name, topic) -> {
            Map<String, String> settings = new HashMap<>(topic.settings);
            if (topic.kind == TopicKind.EVENTS) {
                settings.putAll(TopicMaker.keptTimes());
            }
            wanted.add(new NewTopic(to.topicPrefix() + name, topic.partitions, topic.replicas).configs(settings));
        });
        try {
            return new TopicMaker(to, Optional.empty(), TopicKind.DEAD_LETTER_RETENTION).make(wanted);
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }

    /**
     * Sets them as the old ones are, once all records are there.
     *
     * @throws CommandFailure where Kafka does not take it
     */
    void finish() throws InterruptedException {
        try (Patience waiting = Patience.asking(to);
                Admin admin = Admin.create(to.admin(Patience.LONGEST))) {
            for (Map.Entry<String, Topic> topic : topics.entrySet()) {
                OwnSettings.set(admin, to.topicPrefix() + topic.getKey(), topic.getValue().settings);
            }
        } catch (ExecutionException e) {
            throw CommandFailure.unreachable(KafkaErrors.sentence(to, e), e);
        }
    }
}
