package vaiwg.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.PartitionClock;

/** With Kafka's own consumer without a broker: what comes with which poll is the test's. */
@Timeout(60)
class KafkaReplayLogTest {
    private static final KafkaConnection KAFKA = new KafkaConnection("127.0.0.1:1", "vaiwg.");
    private static final TopicPartition CRIMES = new TopicPartition("vaiwg.crime-recording", 0);
    private static final TopicPartition OUTCOMES = new TopicPartition("vaiwg.outcome", 0);
    private static final Map<TopicPartition, Long> BEGINS = Map.of(CRIMES, 5L, OUTCOMES, 0L);
    private static final Map<TopicPartition, Long> ENDS = Map.of(CRIMES, 7L, OUTCOMES, 2L);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> taken = new ArrayList<>();
    /** By partition in days; what lies more than two ahead waits. */
    private final Map<TopicPartition, Long> clocks = new HashMap<>();

    private long outcomesAt = 98;

    @Test
    void what_is_ahead_of_a_partition_that_says_nothing_waits_and_all_up_to_the_end_is_read() {
        KafkaReplayLog log = offered();
        assertThat(log.records()).isEqualTo(4);
        assertThat(log.partitions()).containsExactlyInAnyOrder(CRIMES, OUTCOMES);
        log.read(new Reader());

        assertThat(taken)
                .as("crimes of day 100 wait for any outcome, be it of day 98; what came since is left")
                .containsExactly(
                        "vaiwg.crime-recording@5", "vaiwg.outcome@0", "vaiwg.crime-recording@6", "vaiwg.outcome@1");
    }

    @Test
    void what_is_more_than_two_days_ahead_waits_too() {
        outcomesAt = 97;
        offered().read(new Reader());

        assertThat(taken)
                .as("crimes of day 100 wait for outcomes of day 97")
                .containsExactly(
                        "vaiwg.crime-recording@5", "vaiwg.outcome@0", "vaiwg.outcome@1", "vaiwg.crime-recording@6");
    }

    /** A poll after the other. */
    private KafkaReplayLog offered() {
        consumer.assign(ENDS.keySet());
        consumer.updateBeginningOffsets(BEGINS);
        consumer.updateEndOffsets(ENDS);
        give(CRIMES, 5);
        consumer.schedulePollTask(() -> {
            add(CRIMES, 6);
            add(OUTCOMES, 0);
        });
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> {
            add(OUTCOMES, 1);
            add(OUTCOMES, 2);
        });
        return new KafkaReplayLog(KAFKA, consumer, BEGINS, ENDS, true);
    }

    @Test
    void what_the_log_no_longer_holds_is_told_by_topic() {
        KafkaReplayLog log = new KafkaReplayLog(KAFKA, consumer, BEGINS, ENDS, true);
        assertThat(log.noLongerHeld()).isEqualTo(Map.of("vaiwg.crime-recording", 5L));
    }

    /** The hashes of these two keys are those of Kafka's own test: -790332482 and -973932308. */
    @Test
    void of_a_case_one_partition_of_each_stream_by_crimes_is_read_and_of_others_all() {
        for (String topic : Topics.streams("vaiwg.")) {
            consumer.updatePartitions(
                    topic,
                    IntStream.range(0, 4)
                            .mapToObj(number -> new PartitionInfo(topic, number, null, new Node[0], new Node[0]))
                            .toList());
            for (int number = 0; number < 4; number++) {
                consumer.updateBeginningOffsets(Map.of(new TopicPartition(topic, number), 0L));
                consumer.updateEndOffsets(Map.of(new TopicPartition(topic, number), 9L));
            }
        }

        KafkaReplayLog log = KafkaReplayLog.of(KAFKA, consumer, LogPart.ofCase("vaiwg.", "foobar"));
        assertThat(log.partitions())
                .filteredOn(partition -> partition.topic().equals(CRIMES.topic()))
                .containsExactly(new TopicPartition(CRIMES.topic(), 2));
        assertThat(log.partitions())
                .filteredOn(partition -> partition.topic().equals("vaiwg.victim-contact"))
                .containsExactly(new TopicPartition("vaiwg.victim-contact", 2));
        assertThat(log.partitions())
                .as("which names crimes, and has another key")
                .filteredOn(partition -> partition.topic().equals("vaiwg.stalking"))
                .hasSize(4);
        assertThat(log.records()).isEqualTo(9L * log.partitions().size());
        assertThat(LogPart.ofCase("vaiwg.", "21").has(CRIMES, 4)).isTrue();
        assertThat(LogPart.ofCase("vaiwg.", "foobar").has(CRIMES, 4)).isFalse();

        assertThat(log.isWhole()).isFalse();
        assertThat(KafkaReplayLog.of(KAFKA, consumer, LogPart.WHOLE).isWhole()).isTrue();
    }

    @Test
    void a_part_gives_no_figures() {
        Catalogue catalogue = ShippedCatalogue.get();
        LogPlayer player = new LogPlayer(
                catalogue,
                "vaiwg.",
                EventOptions.of(Forces.any()),
                Optional.of(new PaneOptions(() -> catalogue, 0, true, Long.MAX_VALUE)),
                new ReplayListener() {},
                Clock.systemUTC());
        assertThatThrownBy(() -> player.play(new KafkaReplayLog(KAFKA, consumer, BEGINS, ENDS, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives no figures");
    }

    private void give(TopicPartition partition, long offset) {
        consumer.schedulePollTask(() -> add(partition, offset));
    }

    private void add(TopicPartition partition, long offset) {
        consumer.addRecord(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, null));
    }

    private final class Reader implements ReplayLog.Receiver {
        @Override
        public void take(ConsumerRecord<byte[], byte[]> message) {
            taken.add(message.topic() + "@" + message.offset());
            clocks.put(
                    new TopicPartition(message.topic(), message.partition()),
                    message.topic().equals(CRIMES.topic()) ? 100L : outcomesAt);
        }

        @Override
        public void pause() {
            // Nothing is published here.
        }

        @Override
        public long clockOf(TopicPartition partition) {
            Long day = clocks.get(partition);
            return day == null ? PartitionClock.UNSET : Duration.ofDays(day).toMillis();
        }
    }
}
