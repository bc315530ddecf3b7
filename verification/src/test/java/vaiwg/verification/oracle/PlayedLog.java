package vaiwg.verification.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.replay.ReplayLog;

/** A log as a replay reads it: the bytes of its records, one partition in turns with the others. */
public final class PlayedLog implements ReplayLog {
    private final Map<TopicPartition, List<LogRecord>> partitions = new LinkedHashMap<>();
    private final EventEncoder encoder = new EventEncoder();
    private final int turn;

    /** @param turn how many records are read of a partition before those of the next */
    public PlayedLog(List<LogRecord> log, int turn) {
        this.turn = turn;
        for (LogRecord record : log) {
            partitions
                    .computeIfAbsent(
                            new TopicPartition(record.topic(), record.partition()), partition -> new ArrayList<>())
                    .add(record);
        }
    }

    @Override
    public Set<TopicPartition> partitions() {
        return partitions.keySet();
    }

    @Override
    public void read(Receiver receiver) {
        int longest = partitions.values().stream().mapToInt(List::size).max().orElse(0);
        for (int from = 0; from < longest; from += turn) {
            for (List<LogRecord> records : partitions.values()) {
                for (int i = from; i < Math.min(records.size(), from + turn); i++) {
                    receiver.take(message(records.get(i)));
                }
                receiver.pause();
            }
        }
    }

    private ConsumerRecord<byte[], byte[]> message(LogRecord record) {
        byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
        return ReceivedRecord.of(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                key,
                encoder.encode(record.value()));
    }
}
