package vaiwg.jobs.reconcile;

import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.replay.ReplayLog;

/**
 * A log that says how far it was read.
 *
 * @param read takes how many records were read, now and then
 */
record CountedLog(ReplayLog log, LongConsumer read) implements ReplayLog {
    private static final int NOW_AND_THEN = 1_000;

    @Override
    public Set<TopicPartition> partitions() {
        return log.partitions();
    }

    @Override
    public void read(Receiver receiver) {
        log.read(new Receiver() {
            private long records;

            @Override
            public void take(ConsumerRecord<byte[], byte[]> message) {
                receiver.take(message);
                if (++records % NOW_AND_THEN == 0) {
                    read.accept(records);
                }
            }

            @Override
            public void pause() {
                receiver.pause();
            }

            @Override
            public long clockOf(TopicPartition partition) {
                return receiver.clockOf(partition);
            }
        });
    }
}
