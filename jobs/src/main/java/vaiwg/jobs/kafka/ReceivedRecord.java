package vaiwg.jobs.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A record that came from no broker, as a consumer of Kafka would receive it. */
public final class ReceivedRecord {
    private ReceivedRecord() {}

    /**
     * One without headers.
     *
     * @param timestamp the record's own, epoch milliseconds
     * @param key may be null, as of a progress record
     * @param value may be null
     */
    public static ConsumerRecord<byte[], byte[]> of(
            String topic, int partition, long offset, long timestamp, byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
