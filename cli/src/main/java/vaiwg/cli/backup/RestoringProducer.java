package vaiwg.cli.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.backup.Manifest.Partition;
import vaiwg.cli.feed.CopyingProducer;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.Progress;

/**
 * Writes each record at the offset that it had. Kafka numbers records one after the other, so where nothing was to be read at an offset (the
 * mark of a transaction, what was aborted, a beginning that was deleted) stands a progress record that says nothing new.
 */
final class RestoringProducer implements AutoCloseable {
    private static final Progress NOTHING_NEW = Progress.newBuilder()
            .setCompleteThrough(Instant.EPOCH)
            .setProducer("restore")
            .build();

    private final byte[] nothingNew = new EventEncoder().encode(NOTHING_NEW);
    private final CopyingProducer producer;

    RestoringProducer(KafkaConnection kafka) {
        producer = new CopyingProducer(
                kafka, rejection -> rejection instanceof KafkaException known ? known : new KafkaException(rejection));
    }

    /**
     * Fills a partition that has no records, and returns when the broker has them.
     *
     * @param before how many records were filled in elsewhere
     * @return how many records it has
     * @throws KafkaException where the broker does not take one
     */
    long fill(TopicPartition place, Partition partition, RecordReader reader, ProgressLine line, long before)
            throws IOException {
        long offset = 0;
        long records = 0;
        long time = 0;
        for (Optional<ConsumerRecord<byte[], byte[]>> next = reader.next(); next.isPresent(); next = reader.next()) {
            ConsumerRecord<byte[], byte[]> kept = next.get();
            time = kept.timestamp();
            offset = fillUpTo(kept.offset(), place, offset, time);
            send(
                    new ProducerRecord<>(
                            place.topic(), place.partition(), time, kept.key(), kept.value(), kept.headers()),
                    offset++);
            line.update(before + ++records);
        }
        fillUpTo(partition.end(), place, offset, time);
        producer.flush();
        return records;
    }

    /** The time is that of a record beside them, so that whatever looks for a time in the log finds it. */
    private long fillUpTo(long end, TopicPartition place, long from, long timestamp) {
        for (long offset = from; offset < end; offset++) {
            send(new ProducerRecord<>(place.topic(), place.partition(), timestamp, null, nothingNew), offset);
        }
        return Math.max(from, end);
    }

    private void send(ProducerRecord<byte[], byte[]> next, long offset) {
        producer.send(next, written -> {
            if (written.offset() != offset) {
                throw CommandFailure.wrongUsage("Something else writes into " + written.topic()
                        + ": end it, empty what was filled, and begin again.");
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
