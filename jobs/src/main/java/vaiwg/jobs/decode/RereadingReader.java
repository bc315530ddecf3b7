package vaiwg.jobs.decode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import vaiwg.jobs.kafka.BrokenLogException;

/**
 * Begins each partition that goes on from a checkpoint one record early. The record arrives marked as read again; in checkpoints the
 * partition never falls behind the place from which it goes on.
 */
final class RereadingReader implements SourceReader<Arrival, KafkaPartitionSplit> {
    private final SourceReader<Arrival, KafkaPartitionSplit> kafka;
    private final ArrivalSchema schema;
    private final Map<TopicPartition, Long> goesOn = new HashMap<>();

    RereadingReader(SourceReader<Arrival, KafkaPartitionSplit> kafka, ArrivalSchema schema) {
        this.kafka = kafka;
        this.schema = schema;
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {
        List<KafkaPartitionSplit> early = new ArrayList<>();
        for (KafkaPartitionSplit split : splits) {
            long offset = split.getStartingOffset();
            // Negative ones stand for the beginning or the end of a topic that was not read yet.
            if (offset > 0) {
                goesOn.put(split.getTopicPartition(), offset);
                schema.goOnFrom(split.getTopicPartition(), offset);
                early.add(startingAt(offset - 1, split));
            } else {
                early.add(split);
            }
        }
        kafka.addSplits(early);
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
        List<KafkaPartitionSplit> splits = new ArrayList<>();
        for (KafkaPartitionSplit split : kafka.snapshotState(checkpointId)) {
            long from = goesOn.getOrDefault(split.getTopicPartition(), split.getStartingOffset());
            splits.add(split.getStartingOffset() < from ? startingAt(from, split) : split);
        }
        return splits;
    }

    private static KafkaPartitionSplit startingAt(long offset, KafkaPartitionSplit split) {
        return new KafkaPartitionSplit(
                split.getTopicPartition(),
                offset,
                split.getStoppingOffset().orElse(KafkaPartitionSplit.NO_STOPPING_OFFSET));
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Arrival> output) throws Exception {
        try {
            return kafka.pollNext(output);
        } catch (RuntimeException e) {
            throw BrokenLogException.explain(e);
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return kafka.isAvailable();
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
