package vaiwg.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.Progress;

@Timeout(60)
class SchemaCheckTest {
    private static final KafkaConnection KAFKA = new KafkaConnection("127.0.0.1:1", "vaiwg.");
    private static final TopicPartition OUTCOMES = new TopicPartition("vaiwg.outcome", 0);
    private static final TopicPartition CRIMES = new TopicPartition("vaiwg.crime-recording", 1);

    private final SchemaCheck check = new SchemaCheck(() -> KAFKA, Optional::empty);

    @Test
    void records_of_a_released_schema_are_well() throws IOException {
        assertThat(said(List.of(message(OUTCOMES, 7, progress()), message(CRIMES, 2, progress()))))
                .containsExactly(new Line(
                        "schemas",
                        State.OK,
                        "The newest records, of 2 partitions, are of schemas that this build reads."));
    }

    /** Of a build to come: the fingerprint is of no schema that was released with this one. */
    @Test
    void a_schema_that_nobody_released_is_named_by_its_topic_with_what_to_do() throws IOException {
        byte[] other = progress();
        other[2] = (byte) (other[2] ^ 1);

        assertThat(said(List.of(message(OUTCOMES, 7, other), message(CRIMES, 2, progress()))))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(State.DO);
                    assertThat(line.says())
                            .startsWith("A newest record of vaiwg.outcome is of no schema that this build reads there"
                                    + " (schema fingerprint ")
                            .endsWith("): have its producer use a released one, update the job, or register it.");
                });
    }

    @Test
    void a_text_is_no_event() {
        assertThat(said(List.of(message(CRIMES, 2, "{}".getBytes(StandardCharsets.UTF_8)))))
                .singleElement()
                .satisfies(line -> assertThat(line.says())
                        .contains("(not a single-object encoded Avro message): have its producer"));
    }

    @Test
    void of_each_partition_the_newest_is_looked_at_alone() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.assign(List.of(OUTCOMES, CRIMES));
        consumer.updateBeginningOffsets(Map.of(OUTCOMES, 0L, CRIMES, 0L));
        consumer.updateEndOffsets(Map.of(OUTCOMES, 6L, CRIMES, 1L));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(message(OUTCOMES, 4, null));
            consumer.addRecord(message(OUTCOMES, 5, null));
            consumer.addRecord(message(CRIMES, 0, null));
        });

        Collection<ConsumerRecord<byte[], byte[]>> newest = SchemaCheck.newest(KAFKA, consumer);

        assertThat(newest)
                .extracting(message -> message.topic() + "@" + message.offset())
                .containsExactlyInAnyOrder("vaiwg.outcome@5", "vaiwg.crime-recording@0");
    }

    private List<Line> said(List<ConsumerRecord<byte[], byte[]>> newest) {
        Findings found = new Findings("schemas");
        check.say(newest, KAFKA, found);
        return found.lines();
    }

    private static ConsumerRecord<byte[], byte[]> message(TopicPartition of, long offset, byte[] value) {
        return new ConsumerRecord<>(of.topic(), of.partition(), offset, null, value);
    }

    private static byte[] progress() throws IOException {
        return Progress.newBuilder()
                .setCompleteThrough(Instant.parse("2026-06-10T12:00:00Z"))
                .setTotals(List.of())
                .build()
                .toByteBuffer()
                .array();
    }
}
