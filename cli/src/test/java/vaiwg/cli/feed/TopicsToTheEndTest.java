package vaiwg.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.jobs.options.KafkaConnection;

/** With Kafka's own consumer without a broker: its topic ends at 3, and how many records come is the test's. */
@Timeout(60)
class TopicsToTheEndTest {
    private static final TopicPartition PLACE = new TopicPartition("vaiwg.dead-letter", 0);
    private static final KafkaConnection KAFKA = new KafkaConnection("127.0.0.1:1", "vaiwg.");

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<Long> offsets = new ArrayList<>();

    TopicsToTheEndTest() {
        consumer.assign(List.of(PLACE));
        consumer.updateBeginningOffsets(Map.of(PLACE, 0L));
        consumer.updateEndOffsets(Map.of(PLACE, 3L));
    }

    @Test
    void all_that_is_there_is_handed_over() {
        give(3);

        read();

        assertThat(offsets).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_broker_that_goes_away_meanwhile_ends_it() {
        give(1);

        assertThatThrownBy(this::read).isInstanceOf(KafkaException.class).hasMessageStartingWith("no record within ");
        assertThat(offsets).containsExactly(0L);
    }

    private void read() {
        TopicsToTheEnd topics = new TopicsToTheEnd(KAFKA, consumer, Duration.ofMillis(20));
        assertThat(topics.records()).isEqualTo(3);
        topics.forEach(found -> found.forEach(record -> offsets.add(record.offset())));
    }

    private void give(int records) {
        consumer.schedulePollTask(() -> {
            for (int offset = 0; offset < records; offset++) {
                consumer.addRecord(new ConsumerRecord<>(PLACE.topic(), 0, offset, null, null));
            }
        });
    }
}
