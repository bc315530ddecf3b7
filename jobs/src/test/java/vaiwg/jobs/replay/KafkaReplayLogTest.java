package vaiwg.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.kpis.time.PartitionClock;

/** With Kafka's own consumer without a broker: what comes with which poll is the test's. */
@Timeout(60)
class KafkaReplayLogTest {
    private static final TopicPartition CRIMES = new TopicPartition("vaiwg.crime-recording", 0);
    private static final TopicPartition OUTCOMES = new TopicPartition("vaiwg.outcome", 0);
    private static final Map<TopicPartition, Long> BEGINS = Map.of(CRIMES, 5L, OUTCOMES, 0L);
    private static final Map<TopicPartition, Long> ENDS = Map.of(CRIMES, 7L, OUTCOMES, 2L);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> taken = new ArrayList<>();
    /** By partition in days; what lies more than sixty ahead waits. */
    private final Map<TopicPartition, Long> clocks = new HashMap<>();

    @Test
    void what_is_far_ahead_waits_and_all_up_to_the_end_is_read() {
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

        KafkaReplayLog log = new KafkaReplayLog(new KafkaConnection("127.0.0.1:1", "vaiwg."), consumer, BEGINS, ENDS);
        assertThat(log.records()).isEqualTo(4);
        assertThat(log.partitions()).containsExactlyInAnyOrder(CRIMES, OUTCOMES);
        log.read(new Reader());

        assertThat(taken)
                .as("crimes of day 100 wait for outcomes of day 90, and what came since is left")
                .containsExactly(
                        "vaiwg.crime-recording@5", "vaiwg.outcome@0", "vaiwg.crime-recording@6", "vaiwg.outcome@1");
    }

    @Test
    void what_the_log_no_longer_holds_is_told_by_topic() {
        KafkaReplayLog log = new KafkaReplayLog(new KafkaConnection("127.0.0.1:1", "vaiwg."), consumer, BEGINS, ENDS);
        assertThat(log.noLongerHeld()).isEqualTo(Map.of("vaiwg.crime-recording", 5L));
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
                    message.topic().equals(CRIMES.topic()) ? 100L : 90L);
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
