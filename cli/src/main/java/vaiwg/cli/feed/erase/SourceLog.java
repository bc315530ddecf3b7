package vaiwg.cli.feed.erase;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.feed.CopyingProducer;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;

/**
 * The log as it is, and how it is written anew. Kafka deletes from the beginning of a partition alone and changes no record, so what is to be
 * otherwise is in topics of another prefix, and the old ones are deleted when the job runs on these. For one thread.
 */
public final class SourceLog implements AutoCloseable {
    /** What becomes of a record. */
    public interface Rewriting {
        /** Key and value that it has in the new topics; empty where it is left out. */
        Optional<Content> of(ConsumerRecord<byte[], byte[]> record);
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Content(byte[] key, byte[] value) {
        public static Optional<Content> of(ConsumerRecord<byte[], byte[]> record) {
            return Optional.of(new Content(record.key(), record.value()));
        }
    }

    private final KafkaConnection kafka;
    private final TopicReport topics;
    private final WholeLog log;
    private final Map<TopicPartition, Long> ends;

    public SourceLog(KafkaConnection kafka) throws InterruptedException {
        this.kafka = kafka;
        this.topics = report(kafka);
        if (topics.topics().stream().anyMatch(TopicReport.State::isMissing)) {
            throw CommandFailure.wrongUsage(Topics.missing(topics.topics().stream()
                    .filter(TopicReport.State::isMissing)
                    .map(TopicReport.State::name)
                    .toList()));
        }
        this.log = new WholeLog(kafka, topics);
        this.ends = log.ends();
    }

    private static TopicReport report(KafkaConnection kafka) throws InterruptedException {
        return CommandFailure.orUnreachable(() -> TopicReport.of(kafka));
    }

    public String prefix() {
        return kafka.topicPrefix();
    }

    public void read(String label, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        log.read(label, sink);
    }

    /**
     * Writes new topics that are as those of the log, with each record's partition, order, time and headers, and reads them again.
     *
     * @param fits what a record of an event in the new topics must be
     */
    public void writeInto(
            String prefix,
            Optional<Short> replicas,
            Rewriting rewriting,
            Predicate<ConsumerRecord<byte[], byte[]>> fits)
            throws InterruptedException {
        KafkaConnection target = new KafkaConnection(kafka.bootstrapServers(), prefix, kafka.properties());
        if (!report(target).topics().stream().allMatch(TopicReport.State::isMissing)) {
            throw CommandFailure.wrongUsage("There are topics " + prefix
                    + "* already: name another prefix with --into, or delete them if an earlier run made them.");
        }
        TopicsAlike alike = TopicsAlike.of(kafka, target, replicas);
        TopicReport made = alike.make();
        LogDigest written = new LogDigest();
        try (CopyingProducer copy = new CopyingProducer(target, rejection -> notTaken(target, rejection))) {
            log.read(
                    "copying",
                    record -> rewriting.of(record).ifPresent(content -> {
                        String topic = kafka.shortName(record.topic());
                        copy.send(copied(record, prefix + topic, content), place -> {});
                        if (isEvent(record, prefix())) {
                            written.add(topic, record.partition(), content.key(), content.value());
                        }
                    }));
            copy.flush();
        }
        if (!log.ends().equals(ends)) {
            throw CommandFailure.wrongUsage("Somebody wrote to the topics " + prefix()
                    + "* meanwhile: stop producers, heartbeat and job, delete the topics " + prefix
                    + "*, and run the command again.");
        }
        check(target, made, written, fits);
        alike.finish();
    }

    private static ProducerRecord<byte[], byte[]> copied(
            ConsumerRecord<byte[], byte[]> record, String topic, Content content) {
        // Records of before Kafka 0.10 have no time.
        Long timestamp = record.timestamp() < 0 ? null : Long.valueOf(record.timestamp());
        return new ProducerRecord<>(
                topic, record.partition(), timestamp, content.key(), content.value(), record.headers());
    }

    private static CommandFailure notTaken(KafkaConnection target, Exception rejection) {
        return CommandFailure.unreachable(
                KafkaErrors.reason(target, rejection)
                        .orElse("The Kafka broker at " + target.bootstrapServers()
                                + " did not take a record: see that it runs and its disk has room, then name another"
                                + " prefix with --into, and delete the topics of this one."),
                rejection);
    }

    /** Of events alone: dead letters that are old go as soon as they are there. */
    private static void check(
            KafkaConnection target,
            TopicReport made,
            LogDigest written,
            Predicate<ConsumerRecord<byte[], byte[]>> fits) {
        LogDigest there = new LogDigest();
        long[] others = {0};
        try (WholeLog log = new WholeLog(target, made)) {
            log.read("checking", record -> {
                if (isEvent(record, target.topicPrefix())) {
                    there.add(target.shortName(record.topic()), record.partition(), record.key(), record.value());
                    others[0] += fits.test(record) ? 0 : 1;
                }
            });
        }
        if (others[0] > 0 || !there.values().equals(written.values())) {
            throw CommandFailure.wrongUsage("The topics " + target.topicPrefix() + "* hold " + there.records()
                    + " events, " + others[0] + " of which must not be there, instead of " + written.records()
                    + ": delete them, and run the command again.");
        }
    }

    private static boolean isEvent(ConsumerRecord<byte[], byte[]> record, String prefix) {
        return EventStream.ofTopic(record.topic(), prefix).isPresent();
    }

    @Override
    public void close() {
        log.close();
    }
}
