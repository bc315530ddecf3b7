package vaiwg.verification.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;

/** Invariant 6: every record that does not count is somewhere with a reason, and nothing stops for it. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class DeadLetterIT {
    private static final Instant MORNING = Instant.parse("2024-03-01T10:00:00Z");
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    private static final int PARTITION = 1;

    /** A record that cannot be used, and why. */
    private record Bad(String reason, byte[] key, byte[] value) {}

    @Test
    void what_cannot_be_used_is_kept_with_its_reason_and_place_and_the_job_goes_on(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        List<Bad> bad = badRecords();
        String crimes = log.topic(EventStream.CRIME_RECORDING);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Bad record : bad) {
                producer.send(new ProducerRecord<>(crimes, PARTITION, MORNING.toEpochMilli(), record.key, record.value))
                        .get();
            }
            producer.send(new ProducerRecord<>(
                            crimes,
                            PARTITION,
                            NOON.toEpochMilli(),
                            bytes("good"),
                            EventLog.encode(new SmallCase("good").crime(NOON))))
                    .get();
            producer.send(new ProducerRecord<>(
                            crimes, PARTITION, NOON.toEpochMilli(), bytes("good"), EventLog.encode(conflicting())))
                    .get();
        }
        log.completeThrough(SECOND);

        try (JobRun run = installation.start(log, RunSettings.of(SECOND, 2))) {
            run.awaitSnapshot(SECOND);
            assertThat(run.query("SELECT as_at, numerator FROM kpi_value WHERE kpi = 'recorded_offences'"
                            + " AND basis = 'recorded' AND \"window\" = '28d' AND slice = ''"))
                    .as("only the good record counts, and the one dated ahead moved no clock")
                    .containsExactly("2024-03-02,1");
            assertThat(run.query("SELECT * FROM late_event"))
                    .as("nor did it make the good one late")
                    .isEmpty();
            log.completeThrough(THIRD);
            run.awaitSnapshot(THIRD);
            assertThat(run.metric("vaiwg_dead_letters_total"))
                    .as("dead letters, counted")
                    .isEqualTo(bad.size());
            assertThat(run.metric("stream_reason_vaiwg_dead_letters_total", "reason=\"undecodable\""))
                    .as("of one reason")
                    .isEqualTo(bad.stream()
                            .filter(record -> record.reason.equals("undecodable"))
                            .count());
            assertThat(run.metric("kind_vaiwg_data_quality_warnings_total", "kind=\"offence_code\""))
                    .as("the strange value is kept and counted")
                    .isEqualTo(1);
            assertThat(run.metric("vaiwg_events_conflicting_total"))
                    .as("the conflict is kept and counted")
                    .isEqualTo(1);
            run.stop();
        }
        List<ConsumerRecord<byte[], byte[]>> letters = read(log, bad.size());
        assertThat(letters).hasSameSizeAs(bad);
        for (int i = 0; i < bad.size(); i++) {
            ConsumerRecord<byte[], byte[]> letter = letters.get(i);
            assertThat(header(letter, "reason")).isEqualTo(bad.get(i).reason);
            assertThat(header(letter, "topic")).isEqualTo(crimes);
            assertThat(header(letter, "partition")).isEqualTo(Integer.toString(PARTITION));
            assertThat(header(letter, "offset")).isEqualTo(Integer.toString(i));
            assertThat(header(letter, "timestamp")).isEqualTo(Long.toString(MORNING.toEpochMilli()));
            assertThat(letter.key()).isEqualTo(bad.get(i).key);
            assertThat(letter.value()).isEqualTo(bad.get(i).value);
        }
    }

    @Test
    void a_record_larger_than_any_dead_letter_is_cut_there_and_stops_nothing(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        byte[] huge = new byte[5 * 1024 * 1024];
        // Packed it is small, so that topics with Kafka's defaults take it.
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        log.bootstrapServers(),
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        2 * huge.length),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            log.topic(EventStream.OUTCOME), PARTITION, MORNING.toEpochMilli(), bytes("huge"), huge))
                    .get();
        }
        log.send(List.of(new SmallCase("good").recorded(NOON)));
        log.completeThrough(SECOND);

        try (JobRun run = installation.start(log, RunSettings.of(SECOND, 2))) {
            run.awaitSnapshot(SECOND);
            run.stop();
        }
        List<ConsumerRecord<byte[], byte[]>> letters = read(log, 1);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(header(letter, "reason")).isEqualTo("oversized");
            assertThat(header(letter, "topic")).isEqualTo(log.topic(EventStream.OUTCOME));
            assertThat(header(letter, "offset")).isEqualTo("0");
            assertThat(header(letter, "value-bytes")).isEqualTo(Integer.toString(huge.length));
            assertThat(header(letter, "value-sha256"))
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(huge)));
            assertThat(letter.key()).isEqualTo(bytes("huge"));
            assertThat(letter.value()).isEqualTo(Arrays.copyOf(huge, letter.value().length));
        });
    }

    /** The same version a millisecond older, saying something else, and that strange: the other wins. */
    private static CrimeRecording conflicting() {
        CrimeRecording crime = new SmallCase("good").crime(NOON.minusMillis(1));
        crime.setOffenceCode("ODD-1");
        return crime;
    }

    private static List<Bad> badRecords() throws Exception {
        byte[] whole = EventLog.encode(new SmallCase("cut").crime(MORNING));
        byte[] strange = whole.clone();
        // The fingerprint of the writer's schema stands in bytes 2 to 9.
        strange[5] ^= 1;
        CrimeRecording impossible = new SmallCase("impossible").crime(MORNING);
        impossible.setEventId("no-uuid");
        return List.of(
                new Bad("undecodable", bytes("text"), bytes("not Avro at all")),
                new Bad("undecodable", bytes("cut"), Arrays.copyOf(whole, whole.length / 2)),
                new Bad("unknown_schema", bytes("cut"), strange),
                new Bad("empty", bytes("empty"), null),
                new Bad("no_key", null, EventLog.encode(new SmallCase("keyless").crime(MORNING))),
                new Bad("wrong_stream", bytes("stray"), EventLog.encode(new SmallCase("stray").outcome(MORNING))),
                new Bad(
                        "future_dated",
                        bytes("ahead"),
                        EventLog.encode(new SmallCase("ahead").crime(THIRD.plus(Duration.ofDays(9))))),
                new Bad("key_mismatch", bytes("another"), EventLog.encode(new SmallCase("one").crime(MORNING))),
                new Bad("impossible_value", bytes("impossible"), EventLog.encode(impossible)));
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(EventLog log, int count) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> only = List.of(new TopicPartition(log.deadLetterTopic(), 0));
            consumer.assign(only);
            consumer.seekToBeginning(only);
            while (found.size() < count
                    || consumer.position(only.get(0))
                            < consumer.endOffsets(only).get(only.get(0))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
