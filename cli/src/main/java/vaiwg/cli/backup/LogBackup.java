package vaiwg.cli.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.backup.Manifest.Partition;
import vaiwg.cli.backup.Manifest.Topic;
import vaiwg.cli.feed.TopicsToTheEnd;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.OwnSettings;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;

/** The log, and the record of who was shown cases, up to where they ended when this was made: every record, with its offset. */
final class LogBackup implements AutoCloseable {
    private final KafkaConnection kafka;
    private final String log;
    private final Consumer<byte[], byte[]> consumer;
    private final List<String> names;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;

    /** Looks where the log ends. */
    LogBackup(KafkaConnection kafka) throws InterruptedException {
        this.kafka = kafka;
        log = CommandFailure.orUnreachable(
                () -> TopicReport.of(kafka).requireFit().log());
        consumer = kafka.reader(Patience.LONGEST);
        try (Patience waiting = Patience.asking(kafka)) {
            names = names(consumer, kafka.topicPrefix());
            List<TopicPartition> partitions = names.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            begins = consumer.beginningOffsets(partitions);
            ends = consumer.endOffsets(partitions);
        } catch (KafkaException e) {
            consumer.close();
            throw failure(e);
        }
    }

    /** Those of the log and, where anybody was ever shown a case, who was: that can be computed from nothing. */
    private static List<String> names(Consumer<byte[], byte[]> consumer, String prefix) {
        List<String> names = new ArrayList<>(Topics.all(prefix).keySet());
        if (consumer.listTopics().containsKey(Topics.audit(prefix))) {
            names.add(Topics.audit(prefix));
        }
        return names;
    }

    /** Which topics these are, by their ids. */
    String log() {
        return log;
    }

    List<Topic> copyTo(BackupFolder folder) throws IOException, InterruptedException {
        long expected = ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.get(end.getKey()))
                .sum();
        ProgressLine line = ProgressLine.onStandardOutput("copying the log", "records", 1 + expected);
        List<Topic> topics = new ArrayList<>();
        long[] copied = {0};
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            Map<String, TopicDescription> described =
                    admin.describeTopics(names).allTopicNames().get();
            for (String name : names) {
                TopicDescription topic = described.get(name);
                List<Partition> partitions = new ArrayList<>();
                for (int number = 0; number < topic.partitions().size(); number++) {
                    partitions.add(copy(new TopicPartition(name, number), folder, line, copied));
                }
                short replicas = (short) topic.partitions().get(0).replicas().size();
                topics.add(new Topic(kafka.shortName(name), replicas, OwnSettings.of(admin, name), partitions));
            }
        } catch (ExecutionException | KafkaException e) {
            throw failure(e);
        }
        line.finish(copied[0]);
        return topics;
    }

    private Partition copy(TopicPartition place, BackupFolder folder, ProgressLine line, long[] copied)
            throws IOException {
        long end = ends.get(place);
        long[] newest = {ConsumerRecord.NO_TIMESTAMP};
        Partition partition = new Partition(place.partition(), begins.get(place), end, 0, "");
        try (RecordWriter writer = new RecordWriter(folder.write(partition.file(kafka.shortName(place.topic()))))) {
            if (partition.begin() < end) {
                consumer.assign(List.of(place));
                new TopicsToTheEnd(kafka, consumer)
                        .forEach(found -> found.forEach(next -> {
                            if (next.offset() < end) {
                                write(next, writer);
                                newest[0] = Math.max(newest[0], next.timestamp());
                                line.update(++copied[0]);
                            }
                        }));
            }
            writer.finish();
            String time = newest[0] < 0 ? "" : Instant.ofEpochMilli(newest[0]).toString();
            return new Partition(place.partition(), partition.begin(), end, writer.records(), time);
        }
    }

    private static void write(ConsumerRecord<byte[], byte[]> next, RecordWriter writer) {
        try {
            writer.write(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private CommandFailure failure(Exception e) {
        return CommandFailure.unreachable(
                KafkaErrors.reason(kafka, e)
                        .orElse(
                                "Kafka at " + kafka.bootstrapServers()
                                        + " does not give its log any more: see whether it runs, and begin again in a new folder."),
                e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
