package vaiwg.cli.feed.load;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.jobs.replay.ReplayLog;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * Files of JSON lines as a log: what {@code load} would send of them as a history, in the order of the changes, a topic with one partition for
 * each stream, all complete through an instant at the end. Each record reaches its topic when its change was made.
 */
public final class FilesReplayLog implements ReplayLog, AutoCloseable {
    private static final int PARTITION = 0;
    private static final int TURN = 1_000;

    private final EventSpool spool = new EventSpool();
    private final EventEncoder encoder = new EventEncoder();
    private final String topicPrefix;
    private final Instant completeThrough;

    private FilesReplayLog(String topicPrefix, Instant completeThrough) {
        this.topicPrefix = topicPrefix;
        this.completeThrough = completeThrough;
    }

    /**
     * Reads the files; lines that the job would reject are among the findings, and not in the log.
     *
     * @param topicPrefix of the topics' names
     * @param completeThrough up to when the files hold all that there is
     */
    public static FilesReplayLog read(
            EventFiles files, LineFindings findings, String topicPrefix, Instant completeThrough) {
        FilesReplayLog log = new FilesReplayLog(topicPrefix, completeThrough);
        files.read("checking", findings, log.spool::add, (file, line, problem) -> true);
        return log;
    }

    public long records() {
        return spool.events() + EventStream.values().length;
    }

    @Override
    public Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new LinkedHashSet<>();
        for (EventStream stream : EventStream.values()) {
            partitions.add(new TopicPartition(stream.topic(topicPrefix), PARTITION));
        }
        return partitions;
    }

    @Override
    public void read(Receiver receiver) {
        Map<EventStream, Long> offsets = new EnumMap<>(EventStream.class);
        long[] read = {0};
        spool.forEach(event -> {
            receiver.take(message(event, offsets.merge(event.stream(), 1L, Long::sum) - 1));
            if (++read[0] % TURN == 0) {
                receiver.pause();
            }
        });
        byte[] progress = encoder.encode(
                Progress.newBuilder().setCompleteThrough(completeThrough).build());
        for (EventStream stream : EventStream.values()) {
            long offset = offsets.getOrDefault(stream, 0L);
            receiver.take(message(stream, offset, completeThrough.toEpochMilli(), null, progress));
        }
        receiver.pause();
    }

    private ConsumerRecord<byte[], byte[]> message(ReadyEvent event, long offset) {
        return message(event.stream(), offset, event.changedAt(), event.key(), event.value());
    }

    private ConsumerRecord<byte[], byte[]> message(
            EventStream stream, long offset, long timestamp, byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                stream.topic(topicPrefix),
                PARTITION,
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

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
