package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;

class RereadingReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("vaiwg.outcome", 1);

    private final Partitions kafka = new Partitions();
    private final RereadingReader reader =
            new RereadingReader(kafka, new ArrivalSchema("vaiwg.", EventOptions.of(Forces.any())));

    @Test
    void a_partition_that_goes_on_from_a_checkpoint_begins_one_record_early() {
        reader.addSplits(List.of(new KafkaPartitionSplit(PARTITION, 17)));

        assertThat(kafka.splits)
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(16L);
    }

    @Test
    void a_partition_of_which_nothing_was_read_begins_where_it_would() {
        reader.addSplits(List.of(
                new KafkaPartitionSplit(PARTITION, 0),
                new KafkaPartitionSplit(PARTITION, KafkaPartitionSplit.EARLIEST_OFFSET)));

        assertThat(kafka.splits)
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(0L, KafkaPartitionSplit.EARLIEST_OFFSET);
    }

    @Test
    void a_checkpoint_before_the_record_was_read_again_does_not_fall_behind() {
        reader.addSplits(List.of(new KafkaPartitionSplit(PARTITION, 17)));

        assertThat(reader.snapshotState(1))
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(17L);
    }

    @Test
    void a_checkpoint_holds_how_far_a_partition_was_read_since() {
        reader.addSplits(List.of(new KafkaPartitionSplit(PARTITION, 17)));
        kafka.splits.set(0, new KafkaPartitionSplit(PARTITION, 20));

        assertThat(reader.snapshotState(1))
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(20L);
    }

    /** Keeps its splits where they were put. */
    private static final class Partitions implements SourceReader<Arrival, KafkaPartitionSplit> {
        private final List<KafkaPartitionSplit> splits = new ArrayList<>();

        @Override
        public void addSplits(List<KafkaPartitionSplit> added) {
            splits.addAll(added);
        }

        @Override
        public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
            return splits;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<Arrival> output) {
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
