package vaiwg.cli.feed.redrive;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vaiwg.cli.feed.KafkaServer;
import vaiwg.cli.feed.TopicsToTheEnd;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.knowledge.DeadLetter;
import vaiwg.jobs.knowledge.DeadLetterSchema;
import vaiwg.jobs.options.KafkaConnection;

/**
 * The dead letters, and beside them the marks of those that were sent back: records without a value whose header
 * {@code redriven-of} names the letter's place. A replay of the log writes its letters again at the same places, so a mark holds for
 * them too.
 */
final class DeadLetterTopic {
    private static final String REDRIVEN_OF = "redriven-of";

    private final KafkaConnection kafka;
    private final String topic;
    private long strangers;

    DeadLetterTopic(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = Topics.deadLetter(kafka.topicPrefix());
    }

    /** The places of all letters that were sent back. */
    Set<RecordPlace> redriven() {
        Set<RecordPlace> places = new HashSet<>();
        read(message -> markOf(message).ifPresent(places::add));
        return places;
    }

    /**
     * Hands over each letter once, with when it was written, in epoch milliseconds.
     *
     * @throws CommandFailure where the broker does not answer or has no such topic
     */
    void forEachLetter(BiConsumer<DeadLetter, Long> sink) {
        Set<RecordPlace> seen = new HashSet<>();
        strangers = 0;
        read(message -> {
            Optional<DeadLetter> letter = DeadLetterSchema.read(message);
            if (letter.isEmpty() && markOf(message).isEmpty()) {
                strangers++;
            }
            letter.filter(one -> seen.add(RecordPlace.of(one))).ifPresent(one -> sink.accept(one, message.timestamp()));
        });
    }

    /** How many records the last {@link #forEachLetter} found that are neither letters nor marks: the job wrote none of them. */
    long strangers() {
        return strangers;
    }

    /**
     * How many partitions each topic of the cluster has.
     *
     * @throws CommandFailure where the broker does not answer
     */
    Map<String, Integer> partitions() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.listTopics().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().size()));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    /** The mark that a letter was sent back. */
    ProducerRecord<byte[], byte[]> mark(RecordPlace place) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(REDRIVEN_OF, place.toString().getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(topic, null, null, null, null, headers);
    }

    private static Optional<RecordPlace> markOf(ConsumerRecord<byte[], byte[]> message) {
        Header mark = message.headers().lastHeader(REDRIVEN_OF);
        return mark == null || mark.value() == null
                ? Optional.empty()
                : RecordPlace.parse(new String(mark.value(), StandardCharsets.UTF_8));
    }

    /** Everything up to the end as it is now. */
    private void read(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        KafkaServer.requireAnswer(kafka);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw CommandFailure.wrongUsage("There is no topic " + topic + ": correct --topic-prefix.");
            }
            consumer.assign(partitions);
            new TopicsToTheEnd(kafka, consumer).forEach(found -> found.forEach(sink));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                kafka.consumer(Patience.LONGEST), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private CommandFailure unreachable(KafkaException e) {
        return CommandFailure.unreachable(
                KafkaErrors.reason(kafka, e)
                        .orElse("Kafka at " + kafka.bootstrapServers() + " does not answer, or has no topic " + topic
                                + ": start it, or correct --kafka and --topic-prefix."),
                e);
    }
}
