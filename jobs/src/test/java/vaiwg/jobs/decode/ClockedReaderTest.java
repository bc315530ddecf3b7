package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.Events;
import vaiwg.jobs.NeverIdle;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.schemas.EventStream;

class ClockedReaderTest {
    private static final String TOPIC = "vaiwg.outcome";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 1);
    private static final Instant COMPLETE = Events.CHANGED;
    private static final ClockedSplit.Serializer SERIALIZER = new ClockedSplit.Serializer();

    private final DecodingSchema schema = opened();
    private final Partitions kafka = new Partitions();
    private final ClockedReader reader = new ClockedReader(kafka, schema);

    @Test
    void the_clock_of_a_partition_whose_last_record_was_late_is_kept_and_sent_before_anything_is_read()
            throws Exception {
        reader.addSplits(List.of(new KafkaPartitionSplit(PARTITION, KafkaPartitionSplit.EARLIEST_OFFSET)));
        read(schema, 0, null, Events.progress(COMPLETE));
        read(
                schema,
                1,
                "late",
                Events.outcome("late")
                        .setChangedAt(COMPLETE.minus(Duration.ofDays(90)))
                        .build());
        kafka.readTo(2);
        KafkaPartitionSplit stored = stored(reader.snapshotState(1));

        DecodingSchema again = opened();
        Partitions kafkaAgain = new Partitions();
        ClockedReader restored = new ClockedReader(kafkaAgain, again);
        restored.addSplits(List.of(stored));
        assertThat(kafkaAgain.splits)
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(2L);
        assertThat(restored.isAvailable()).as("it has something to say at once").isCompleted();
        SentBySplit sent = new SentBySplit();
        restored.pollNext(sent);
        restored.pollNext(sent);

        assertThat(sent.arrivals).containsOnlyKeys("vaiwg.outcome-1");
        assertThat(sent.arrivals.get("vaiwg.outcome-1")).singleElement().satisfies(arrival -> {
            assertThat(arrival.clock).isEqualTo(COMPLETE.toEpochMilli());
            assertThat(arrival.replayed).isTrue();
            assertThat(arrival.topic).isEqualTo(TOPIC);
            assertThat(arrival.partition).isEqualTo(1);
            assertThat(EventStream.values()[arrival.stream]).isEqualTo(EventStream.OUTCOME);
        });
        assertThat(restored.isAvailable()).as("then it waits for Kafka").isNotCompleted();
        assertThat(read(
                                again,
                                2,
                                "next",
                                Events.outcome("next")
                                        .setChangedAt(COMPLETE.minusSeconds(1))
                                        .build())
                        .clock)
                .as("the clock after another late record")
                .isEqualTo(COMPLETE.toEpochMilli());
    }

    @Test
    void a_checkpoint_taken_before_the_clock_was_sent_has_it_too() throws Exception {
        reader.addSplits(List.of(ClockedSplit.of(new KafkaPartitionSplit(PARTITION, 17), 17, 1_000)));

        KafkaPartitionSplit stored = stored(reader.snapshotState(1));
        assertThat(stored.getStartingOffset()).isEqualTo(17);
        assertThat(ClockedSplit.clockOf(stored)).isEqualTo(1_000);
    }

    @Test
    void of_a_split_without_a_clock_the_record_before_is_read_again() throws Exception {
        reader.addSplits(List.of(new KafkaPartitionSplit(PARTITION, 17)));

        assertThat(kafka.splits)
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(16L);
        assertThat(reader.isAvailable()).isNotCompleted();
        assertThat(stored(reader.snapshotState(1)).getStartingOffset())
                .as("a checkpoint before the record was read again does not fall behind")
                .isEqualTo(17);
        DecodedRecord before = read(schema, 16, null, Events.progress(COMPLETE));
        assertThat(before.replayed).isTrue();
        assertThat(before.clock).isEqualTo(COMPLETE.toEpochMilli());
        assertThat(read(schema, 17, "new", Events.outcome("new").build()).replayed)
                .isFalse();
        kafka.readTo(20);
        KafkaPartitionSplit stored = stored(reader.snapshotState(2));
        assertThat(stored.getStartingOffset()).isEqualTo(20);
        assertThat(ClockedSplit.clockOf(stored)).isEqualTo(COMPLETE.toEpochMilli());
    }

    @Test
    void a_partition_of_which_nothing_was_read_begins_where_it_would() throws Exception {
        reader.addSplits(List.of(
                new KafkaPartitionSplit(PARTITION, 0),
                new KafkaPartitionSplit(new TopicPartition(TOPIC, 0), KafkaPartitionSplit.EARLIEST_OFFSET)));

        assertThat(kafka.splits)
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(0L, KafkaPartitionSplit.EARLIEST_OFFSET);
        assertThat(reader.snapshotState(1))
                .extracting(KafkaPartitionSplit::getStartingOffset)
                .containsExactly(0L, KafkaPartitionSplit.EARLIEST_OFFSET);
    }

    private static DecodingSchema opened() {
        DecodingSchema schema = new DecodingSchema("vaiwg.", EventOptions.of(Forces.any()));
        schema.open(null);
        return schema;
    }

    private static KafkaPartitionSplit stored(List<KafkaPartitionSplit> splits) throws IOException {
        assertThat(splits).hasSize(1);
        return SERIALIZER.deserialize(SERIALIZER.getVersion(), SERIALIZER.serialize(splits.get(0)));
    }

    private static DecodedRecord read(DecodingSchema schema, long offset, String key, SpecificRecord value) {
        List<DecodedRecord> out = new ArrayList<>();
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        schema.deserialize(
                ReceivedRecord.of(TOPIC, 1, offset, COMPLETE.toEpochMilli(), bytes, Events.encoded(value)),
                new ListCollector<>(out));
        return out.get(0);
    }

    /** What was sent, by the split through whose output it went. */
    private static final class SentBySplit extends NeverIdle implements ReaderOutput<DecodedRecord> {
        private final Map<String, List<DecodedRecord>> arrivals = new HashMap<>();

        @Override
        public SourceOutput<DecodedRecord> createOutputForSplit(String split) {
            class OfSplit extends NeverIdle implements SourceOutput<DecodedRecord> {
                @Override
                public void collect(DecodedRecord arrival) {
                    arrivals.computeIfAbsent(split, key -> new ArrayList<>()).add(arrival);
                }

                @Override
                public void collect(DecodedRecord arrival, long timestamp) {
                    collect(arrival);
                }
            }
            return new OfSplit();
        }

        @Override
        public void releaseOutputForSplit(String split) {
            throw new AssertionError("splits are never given back");
        }

        @Override
        public void collect(DecodedRecord arrival) {
            throw new AssertionError("an arrival belongs to a split");
        }

        @Override
        public void collect(DecodedRecord arrival, long timestamp) {
            collect(arrival);
        }
    }

    /** Keeps its splits where they were put. */
    private static final class Partitions implements SourceReader<DecodedRecord, KafkaPartitionSplit> {
        private final List<KafkaPartitionSplit> splits = new ArrayList<>();

        /** As the connector does, without what a split carried beside its place. */
        private void readTo(long offset) {
            splits.replaceAll(split -> new KafkaPartitionSplit(split.getTopicPartition(), offset));
        }

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
        public InputStatus pollNext(ReaderOutput<DecodedRecord> output) {
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return new CompletableFuture<>();
        }

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
