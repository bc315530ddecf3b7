package vaiwg.cli.feed.erase;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vaiwg.cli.feed.CopyingProducer;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.options.KafkaConnection;

/**
 * Writes records into topics of another prefix: same partition, headers and time, in the order in which they are handed over. For one
 * thread.
 */
final class TopicCopy implements AutoCloseable {
    private final KafkaConnection to;
    private final String from;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * @param from prefix of the topics from which records come
     * @param to the new topics, which are there and have as many partitions
     */
    TopicCopy(String from, KafkaConnection to) {
        this.from = from;
        this.to = to;
        producer = CopyingProducer.of(to);
    }

    /**
     * Writes a record with this key and value.
     *
     * @throws CommandFailure where an earlier record was not taken
     */
    void add(ConsumerRecord<byte[], byte[]> record, byte[] key, byte[] value) {
        requireTaken();
        // Records of before Kafka 0.10 have no time.
        Long timestamp = record.timestamp() < 0 ? null : Long.valueOf(record.timestamp());
        producer.send(
                new ProducerRecord<>(
                        to.topicPrefix() + record.topic().substring(from.length()),
                        record.partition(),
                        timestamp,
                        key,
                        value,
                        record.headers()),
                (written, rejection) -> {
                    if (rejection != null) {
                        failure.compareAndSet(null, rejection);
                    }
                });
    }

    /**
     * Returns when the broker has all of them.
     *
     * @throws CommandFailure where it has not
     */
    void finish() {
        producer.flush();
        requireTaken();
    }

    private void requireTaken() {
        Exception rejection = failure.get();
        if (rejection != null) {
            throw CommandFailure.unreachable(
                    KafkaErrors.reason(to, rejection)
                            .orElse("The Kafka broker at " + to.bootstrapServers()
                                    + " did not take a record: see that it runs and its disk has room, then name another"
                                    + " prefix with --into, and delete the topics of this one."),
                    rejection);
        }
    }

    @Override
    public void close() {
        producer.close(Patience.LONGEST);
    }
}
