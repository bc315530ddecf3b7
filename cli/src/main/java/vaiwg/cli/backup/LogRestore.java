package vaiwg.cli.backup;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import vaiwg.cli.backup.Manifest.Partition;
import vaiwg.cli.backup.Manifest.Topic;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.OwnSettings;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.kafka.TopicMaker;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.TopicWait;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;

/**
 * Makes the topics again, with every record at the offset and with the time that it had. Topics with records are never written to.
 *
 * @param replicas of each partition; as many as there were where absent
 */
record LogRestore(KafkaConnection kafka, Manifest manifest, BackupFolder folder, Optional<Short> replicas) {
    void requireEmpty() throws InterruptedException {
        Map<String, Integer> there = new HashMap<>();
        CommandFailure.orUnreachable(() -> TopicReport.of(kafka)).topics().stream()
                .filter(topic -> !topic.isMissing())
                .forEach(topic -> there.put(topic.name(), topic.partitions()));
        for (Map.Entry<String, Integer> topic : there.entrySet()) {
            int wanted = manifest.topic(kafka.shortName(topic.getKey()))
                    .map(kept -> kept.partitions().size())
                    .orElse(topic.getValue());
            if (topic.getValue() != wanted) {
                throw CommandFailure.wrongUsage("Topic " + topic.getKey() + " has " + topic.getValue()
                        + " partitions, and had " + wanted + " when the backup was made: " + cure());
            }
        }
        requireWithoutRecords(there);
    }

    private void requireWithoutRecords(Map<String, Integer> topics) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.forEach((name, partitions) -> {
            for (int partition = 0; partition < partitions; partition++) {
                asked.put(new TopicPartition(name, partition), OffsetSpec.latest());
            }
        });
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            admin.listOffsets(asked).all().get().forEach((place, end) -> {
                if (end.offset() > 0) {
                    throw CommandFailure.wrongUsage("Topic " + place.topic()
                            + " has or had records, and the log is never written over: " + cure());
                }
            });
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static String cure() {
        return "name another prefix with --topic-prefix, or have an administrator of Kafka delete the topics.";
    }

    /** Fills the topics; returns which they are, by their ids. */
    String fill() throws IOException, InterruptedException {
        makeTopics();
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST));
                RestoringProducer producer = new RestoringProducer(kafka)) {
            List<Topic> topics = toFill(admin);
            for (Topic topic : topics) {
                OwnSettings.set(admin, kafka.topicPrefix() + topic.name(), whileFilled(topic));
            }
            ProgressLine line = ProgressLine.onStandardOutput("filling the log", "records", 1 + manifest.records());
            long filled = 0;
            for (Topic topic : topics) {
                for (Partition partition : topic.partitions()) {
                    TopicPartition place = new TopicPartition(kafka.topicPrefix() + topic.name(), partition.number());
                    try (RecordReader reader = new RecordReader(
                            place.topic(), place.partition(), folder.read(partition.file(topic.name())))) {
                        filled += producer.fill(place, partition, reader, line, filled);
                    }
                }
            }
            deleteBefore(topics, admin);
            line.finish(filled);
            for (Topic topic : topics) {
                OwnSettings.set(admin, kafka.topicPrefix() + topic.name(), topic.settings());
            }
            return CommandFailure.orUnreachable(
                    () -> TopicReport.of(kafka).requireFit().log());
        } catch (ExecutionException | KafkaException e) {
            throw failure(e);
        }
    }

    /** What the topic took before, it must take again. */
    private static Map<String, String> whileFilled(Topic topic) {
        Map<String, String> settings = new HashMap<>(TopicMaker.keptTimes());
        String largest = topic.settings().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (largest != null) {
            settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, largest);
        }
        return settings;
    }

    private void makeTopics() throws InterruptedException {
        Topic events = manifest.topics().get(0);
        try {
            new TopicMaker(kafka, Optional.of(replicas.orElse(events.replicas())), TopicKind.DEAD_LETTER_RETENTION)
                    .keepingTimes()
                    .make(events.partitions().size());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }

    /** All, but of who was shown cases only where there is no such topic: one that is there has what was shown since, and stays. */
    private List<Topic> toFill(Admin admin) throws ExecutionException, InterruptedException {
        String audit = Topics.audit(kafka.topicPrefix());
        Optional<Topic> kept = manifest.topic(kafka.shortName(audit));
        if (kept.isEmpty()) {
            return manifest.topics();
        }
        if (admin.listTopics().names().get().contains(audit)) {
            return manifest.topics().stream()
                    .filter(topic -> !topic.equals(kept.get()))
                    .toList();
        }
        int partitions = kept.get().partitions().size();
        NewTopic made =
                new NewTopic(audit, partitions, replicas.orElse(kept.get().replicas()));
        admin.createTopics(List.of(made.configs(kept.get().settings()))).all().get();
        new TopicWait(admin).until(audit, partitions);
        return manifest.topics();
    }

    /** A log whose beginning was deleted begins where it began. */
    private void deleteBefore(List<Topic> topics, Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> deleted = new HashMap<>();
        for (Topic topic : topics) {
            for (Partition partition : topic.partitions()) {
                if (partition.begin() > 0) {
                    deleted.put(
                            new TopicPartition(kafka.topicPrefix() + topic.name(), partition.number()),
                            RecordsToDelete.beforeOffset(partition.begin()));
                }
            }
        }
        if (!deleted.isEmpty()) {
            admin.deleteRecords(deleted).all().get();
        }
    }

    private CommandFailure failure(Exception e) {
        Throwable rejection = e.getCause() == null ? e : e.getCause();
        return CommandFailure.unreachable(
                KafkaErrors.reason(kafka, e)
                        .orElse("Kafka at " + kafka.bootstrapServers() + " does not take the log ("
                                + rejection.getClass().getSimpleName()
                                + "): see whether it runs and has room, have the topics deleted, and begin again."),
                e);
    }
}
