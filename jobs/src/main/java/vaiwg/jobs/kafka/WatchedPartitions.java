package vaiwg.jobs.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.util.FlinkRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks how many partitions there are before it hands them out, and again and again while the job runs. */
public final class WatchedPartitions implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedPartitions.class);

    private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka;
    private final SplitEnumeratorContext<KafkaPartitionSplit> context;
    private final PartitionCounts counts;
    private final Collection<KafkaPartitionSplit> known;
    private final Duration every;

    WatchedPartitions(
            SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka,
            SplitEnumeratorContext<KafkaPartitionSplit> context,
            PartitionCounts counts,
            Collection<KafkaPartitionSplit> known,
            Duration every) {
        this.kafka = kafka;
        this.context = context;
        this.counts = counts;
        this.known = known;
        this.every = every;
    }

    @Override
    public void start() {
        context.callAsync(counts::ask, this::begin);
    }

    private void begin(Map<String, Integer> found, Throwable failure) {
        if (failure != null) {
            throw new FlinkRuntimeException("Kafka does not list the topics' partitions", failure);
        }
        counts.compare(found);
        counts.compareCheckpoint(known);
        kafka.start();
        context.callAsync(counts::ask, this::lookAgain, every.toMillis(), every.toMillis());
    }

    private void lookAgain(Map<String, Integer> found, Throwable failure) {
        if (failure == null) {
            counts.compare(found);
        } else {
            // The readers say that Kafka is away; how many partitions there are is asked again when it is back.
            LOG.debug("Kafka does not list the topics' partitions", failure);
        }
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        kafka.handleSplitRequest(subtask, host);
    }

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {
        kafka.addSplitsBack(splits, subtask);
    }

    @Override
    public void addReader(int subtask) {
        kafka.addReader(subtask);
    }

    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
        kafka.handleSourceEvent(subtask, event);
    }

    @Override
    public KafkaSourceEnumState snapshotState(long checkpoint) throws Exception {
        return kafka.snapshotState(checkpoint);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        kafka.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
        kafka.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void close() throws IOException {
        kafka.close();
    }
}
