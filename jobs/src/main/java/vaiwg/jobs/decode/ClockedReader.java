package vaiwg.jobs.decode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.BrokenLogException;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.time.PartitionClock;

/**
 * Keeps each partition's clock with its place in checkpoints, and sends it ahead of the records of a partition that goes on from one.
 * Without it a partition that had been read to its end would have no clock until something came there, and would hold the watermark.
 *
 * <p>Of a split without a clock, since nothing that was read of it could set one, the record before its place is read again and marked
 * so. In checkpoints such a partition never falls behind the place from which it goes on.
 */
final class ClockedReader implements SourceReader<DecodedRecord, KafkaPartitionSplit> {
    private final SourceReader<DecodedRecord, KafkaPartitionSplit> kafka;
    private final DecodingSchema schema;
    private final List<TopicPartition> pending = new ArrayList<>();

    /** @param schema the one by which {@code kafka} reads, opened */
    ClockedReader(SourceReader<DecodedRecord, KafkaPartitionSplit> kafka, DecodingSchema schema) {
        this.kafka = kafka;
        this.schema = schema;
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {
        List<KafkaPartitionSplit> begun = new ArrayList<>();
        for (KafkaPartitionSplit split : splits) {
            long offset = split.getStartingOffset();
            long clock = ClockedSplit.clockOf(split);
            if (clock != PartitionClock.UNSET) {
                schema.restore(split.getTopicPartition(), offset, clock);
                pending.add(split.getTopicPartition());
                begun.add(split);
            } else if (offset > 0) {
                schema.restore(split.getTopicPartition(), offset, clock);
                begun.add(ClockedSplit.of(split, offset - 1, clock));
            } else {
                // Nothing of it was read yet: negative offsets stand for the beginning or the end of a topic.
                begun.add(split);
            }
        }
        kafka.addSplits(begun);
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
        List<KafkaPartitionSplit> splits = new ArrayList<>();
        for (KafkaPartitionSplit split : kafka.snapshotState(checkpointId)) {
            TopicPartition partition = split.getTopicPartition();
            long newFrom = schema.newFrom(partition);
            long offset = newFrom > 0 ? Math.max(newFrom, split.getStartingOffset()) : split.getStartingOffset();
            splits.add(ClockedSplit.of(split, offset, schema.clockOf(partition)));
        }
        return splits;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<DecodedRecord> output) throws Exception {
        for (TopicPartition partition : pending) {
            output.createOutputForSplit(KafkaPartitionSplit.toSplitId(partition))
                    .collect(schema.clockAlone(partition));
        }
        pending.clear();
        try {
            return kafka.pollNext(output);
        } catch (RuntimeException e) {
            throw BrokenLogException.explain(e);
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return pending.isEmpty() ? kafka.isAvailable() : CompletableFuture.completedFuture(null);
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public void notifyNoMoreSplits() {
        kafka.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        kafka.handleSourceEvents(event);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
        kafka.pauseOrResumeSplits(toPause, toResume);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        kafka.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        kafka.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void close() throws Exception {
        kafka.close();
    }
}
