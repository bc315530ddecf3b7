package vaiwg.jobs.replay;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A log that is read from its beginning to its end as it is when the reading begins; as often as it is wanted. */
public interface ReplayLog {
    /** What its partitions are: no snapshot is taken before the clock of each has come to its midnight. */
    Set<TopicPartition> partitions();

    /** Whether no partition of it is left out: a part gives no figures. */
    default boolean isWhole() {
        return true;
    }

    /**
     * Hands over every record, those of one partition in their order.
     *
     * @throws IllegalStateException in one sentence, where it cannot be read to its end
     */
    void read(Receiver receiver);

    /** Who takes the records. */
    interface Receiver {
        void take(ConsumerRecord<byte[], byte[]> message);

        /** After some records: a good moment to look what is complete. */
        void pause();

        /** How far a partition is complete, epoch milliseconds: what lies far ahead of the others may wait. */
        long clockOf(TopicPartition partition);
    }
}
