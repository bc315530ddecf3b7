package vaiwg.cli.feed;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;

/** What topics hold, from the beginning up to their ends as they are now. */
public final class TopicsToTheEnd {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConnection kafka;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Duration patience;

    /**
     * Looks where they end.
     *
     * @param consumer to which their partitions are assigned
     * @throws KafkaException where the broker does not say
     */
    public TopicsToTheEnd(KafkaConnection kafka, Consumer<byte[], byte[]> consumer) {
        this(kafka, consumer, Patience.LONGEST);
    }

    TopicsToTheEnd(KafkaConnection kafka, Consumer<byte[], byte[]> consumer, Duration patience) {
        this.kafka = kafka;
        this.consumer = consumer;
        this.patience = patience;
        try (Patience waiting = Patience.asking(kafka)) {
            consumer.seekToBeginning(consumer.assignment());
            ends = consumer.endOffsets(consumer.assignment());
        }
    }

    /** How many records there are, at most. */
    public long records() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Hands them over as they come.
     *
     * @throws KafkaException where the broker does not give any more, though there are
     */
    public void forEach(java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> sink) {
        try (Patience waiting = Patience.with(kafka)) {
            long deadline = System.nanoTime() + patience.toNanos();
            waiting.asked();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> next = consumer.poll(POLL);
                sink.accept(next);
                if (!next.isEmpty()) {
                    deadline = System.nanoTime() + patience.toNanos();
                    waiting.answered();
                    waiting.asked();
                } else if (System.nanoTime() > deadline) {
                    throw new KafkaException("no record within " + patience);
                }
            }
        }
    }
}
