package vaiwg.cli.feed.erase;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.feed.TopicsToTheEnd;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.KafkaConnection;

/** All topics of a prefix, dead letters too, read from their beginning. For one thread. */
final class WholeLog implements AutoCloseable {
    private final KafkaConnection kafka;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param topics those of the connection's prefix, none of which is missing */
    WholeLog(KafkaConnection kafka, TopicReport topics) {
        this.kafka = kafka;
        this.consumer = kafka.reader(Patience.LONGEST);
        consumer.assign(topics.topics().stream().flatMap(WholeLog::partitions).toList());
    }

    private static Stream<TopicPartition> partitions(TopicReport.State topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    /**
     * Hands over every record up to where the topics end now, those of a partition in their order.
     *
     * @param label what is done, for the progress line
     */
    void read(String label, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        long[] read = {0};
        try {
            TopicsToTheEnd topics = new TopicsToTheEnd(kafka, consumer);
            ProgressLine line = ProgressLine.onStandardOutput(label, "records", Math.max(1, topics.records()));
            topics.forEach(found -> {
                found.forEach(sink);
                read[0] += found.count();
                line.update(read[0]);
            });
            line.finish(read[0]);
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    Map<TopicPartition, Long> ends() {
        try (Patience waiting = Patience.asking(kafka)) {
            return Map.copyOf(consumer.endOffsets(consumer.assignment()));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    private CommandFailure unreachable(KafkaException e) {
        return CommandFailure.unreachable(KafkaErrors.sentence(kafka, e), e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
