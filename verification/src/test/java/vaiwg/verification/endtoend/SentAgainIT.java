package vaiwg.verification.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;

/** Dead letters after a fix: the producer sends the event again, as it was or corrected, under the id and version that it had. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class SentAgainIT {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    private static final int PARTITION = 1;
    private static final String CRIMES_BY_DAY = "SELECT as_at, numerator FROM kpi_value WHERE kpi = 'recorded_offences'"
            + " AND basis = 'recorded' AND \"window\" = '28d' AND slice = '' ORDER BY as_at";

    @Test
    void an_event_that_was_a_dead_letter_counts_once_from_when_it_is_sent_again(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        byte[] ahead = EventLog.encode(new SmallCase("ahead").crime(NOON));
        CrimeRecording corrected = new SmallCase("impossible").crime(NOON);
        CrimeRecording impossible = CrimeRecording.newBuilder(corrected).build();
        impossible.setEventId("no-uuid");
        send(log, NOON.minus(Duration.ofHours(1)), "ahead", ahead);
        send(log, NOON, "impossible", EventLog.encode(impossible));
        send(log, NOON, "good", EventLog.encode(new SmallCase("good").crime(NOON)));
        log.completeThrough(SECOND);

        try (JobRun run = installation.start(log, RunSettings.of(SECOND, 2))) {
            run.awaitSnapshot(SECOND);
            assertThat(run.query(CRIMES_BY_DAY)).containsExactly("2024-03-02,1");

            Instant later = SECOND.plus(Duration.ofHours(1));
            send(log, later, "ahead", ahead);
            send(log, later, "impossible", EventLog.encode(corrected));
            // A producer that does not know what arrived may send it twice.
            send(log, later, "impossible", EventLog.encode(corrected));
            log.completeThrough(THIRD);
            run.awaitSnapshot(THIRD);

            assertThat(run.query(CRIMES_BY_DAY)).containsExactly("2024-03-02,1", "2024-03-03,3");
            assertThat(run.metric("vaiwg_dead_letters_total")).isEqualTo(2);
            assertThat(run.metric("vaiwg_events_duplicate_total")).isEqualTo(1);
            run.stop();
        }
    }

    private static void send(EventLog log, Instant timestamp, String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            log.topic(EventStream.CRIME_RECORDING),
                            PARTITION,
                            timestamp.toEpochMilli(),
                            key.getBytes(UTF_8),
                            value))
                    .get();
        }
    }
}
