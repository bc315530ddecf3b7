package vaiwg.jobs.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;

/**
 * The topics that the job reads, up to their ends as they are when the log is opened. No partition is read far ahead of the one that is
 * least complete, so what waits for its midnight stays little.
 */
public final class KafkaReplayLog implements HeldLog, AutoCloseable {
    /** So most events of a case come in order, and the case is judged once for each; the job's own sources would wait for one another too long. */
    private static final long AHEAD = Duration.ofDays(2).toMillis();

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConnection kafka;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Long> begins;
    private final boolean isWhole;

    /**
     * @param consumer to which the partitions are assigned
     * @param isWhole whether they are all
     */
    KafkaReplayLog(
            KafkaConnection kafka,
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            boolean isWhole) {
        this.kafka = kafka;
        this.consumer = consumer;
        this.begins = begins;
        this.ends = ends;
        this.isWhole = isWhole;
    }

    /**
     * Looks where the topics begin and end.
     *
     * @throws IllegalStateException in one sentence, where the broker does not say, or has no such topics
     */
    public static KafkaReplayLog open(KafkaConnection kafka) {
        return open(kafka, LogPart.WHOLE);
    }

    /** Likewise, where a part of the partitions is enough. */
    public static KafkaReplayLog open(KafkaConnection kafka, LogPart part) {
        Consumer<byte[], byte[]> consumer = consumer(kafka);
        try (Patience waiting = Patience.asking(kafka)) {
            return of(kafka, consumer, part);
        } catch (KafkaException e) {
            consumer.close();
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        } catch (IllegalStateException e) {
            consumer.close();
            throw e;
        }
    }

    static KafkaReplayLog of(KafkaConnection kafka, Consumer<byte[], byte[]> consumer, LogPart part) {
        List<TopicPartition> read = new ArrayList<>();
        boolean isWhole = true;
        for (List<PartitionInfo> topic : topics(consumer, kafka)) {
            for (PartitionInfo one : topic) {
                TopicPartition partition = new TopicPartition(one.topic(), one.partition());
                if (part.has(partition, topic.size())) {
                    read.add(partition);
                } else {
                    isWhole = false;
                }
            }
        }
        consumer.assign(read);
        return new KafkaReplayLog(kafka, consumer, consumer.beginningOffsets(read), consumer.endOffsets(read), isWhole);
    }

    private static Consumer<byte[], byte[]> consumer(KafkaConnection kafka) {
        try {
            return kafka.reader(Patience.LONGEST);
        } catch (KafkaException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        }
    }

    private static List<List<PartitionInfo>> topics(Consumer<byte[], byte[]> consumer, KafkaConnection kafka) {
        List<List<PartitionInfo>> topics = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String topic : Topics.streams(kafka.topicPrefix())) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                missing.add(topic);
            } else {
                topics.add(found);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(Topics.missing(missing));
        }
        return topics;
    }

    @Override
    public Set<TopicPartition> partitions() {
        return Set.copyOf(ends.keySet());
    }

    @Override
    public boolean isWhole() {
        return isWhole;
    }

    @Override
    public long records() {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    @Override
    public Map<String, Long> noLongerHeld() {
        Map<String, Long> gone = new TreeMap<>();
        begins.forEach((partition, offset) -> {
            if (offset > 0) {
                gone.merge(partition.topic(), offset, Long::sum);
            }
        });
        return gone;
    }

    @Override
    public void read(Receiver receiver) {
        try (Patience waiting = Patience.with(kafka)) {
            consumer.seekToBeginning(ends.keySet());
            // A reading before this one ended with all of them held.
            consumer.resume(ends.keySet());
            Set<TopicPartition> unread = unread(ends.keySet());
            long answered = System.nanoTime();
            waiting.asked();
            while (!unread.isEmpty()) {
                ConsumerRecords<byte[], byte[]> next = consumer.poll(POLL);
                for (TopicPartition partition : next.partitions()) {
                    hand(next.records(partition), ends.get(partition), receiver);
                }
                receiver.pause();
                unread = unread(unread);
                holdWhatIsAhead(unread, receiver);
                if (!next.isEmpty()) {
                    answered = System.nanoTime();
                    waiting.answered();
                    waiting.asked();
                } else if (System.nanoTime() - answered > Patience.LONGEST.toNanos()) {
                    throw new TimeoutException("no record within " + Patience.LONGEST);
                }
            }
        } catch (KafkaException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        }
    }

    /** What came since the log was opened is left to another reading. */
    private static void hand(List<ConsumerRecord<byte[], byte[]>> messages, long end, Receiver receiver) {
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            if (message.offset() < end) {
                receiver.take(message);
            }
        }
    }

    private Set<TopicPartition> unread(Set<TopicPartition> of) {
        Set<TopicPartition> unread = new HashSet<>();
        for (TopicPartition partition : of) {
            if (consumer.position(partition) < ends.get(partition)) {
                unread.add(partition);
            }
        }
        return unread;
    }

    /** The one that is least complete is never held; what is read to its end is, as nothing of it is wanted any more. */
    private void holdWhatIsAhead(Set<TopicPartition> unread, Receiver receiver) {
        long least = unread.stream().mapToLong(receiver::clockOf).min().orElse(Long.MAX_VALUE);
        Set<TopicPartition> held = new HashSet<>(ends.keySet());
        for (TopicPartition partition : unread) {
            if (receiver.clockOf(partition) <= least || receiver.clockOf(partition) - AHEAD <= least) {
                held.remove(partition);
            }
        }
        consumer.pause(held);
        Set<TopicPartition> wanted = new HashSet<>(ends.keySet());
        wanted.removeAll(held);
        consumer.resume(wanted);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
