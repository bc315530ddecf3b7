package vaiwg.bench.stages;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.bench.measure.EventLog;
import vaiwg.jobs.replay.ReplayLog;

/** Records in memory of the streams that follow cases, each topic with one partition. */
record CaseRecords(List<ConsumerRecord<byte[], byte[]>> records) implements ReplayLog {
    @Override
    public Set<TopicPartition> partitions() {
        return CaseLog.STREAMS.stream()
                .map(stream -> new TopicPartition(stream.topic(EventLog.PREFIX), 0))
                .collect(Collectors.toSet());
    }

    /** Only a progress record, which has no key, can complete a midnight. */
    @Override
    public void read(Receiver receiver) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            receiver.take(record);
            if (record.key() == null) {
                receiver.pause();
            }
        }
    }
}
