package vaiwg.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.time.LondonDays;

class WavesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Instant PROBED = Instant.parse("2024-12-31T12:00:00Z");
    private static final long NOW = Instant.parse("2025-02-01T10:00:00Z").toEpochMilli();
    private static final int EVENTS = 20_000;

    private final EventReader reader = new EventReader(EventOptions.of(Forces.any()));
    private final EventEncoder encoder = new EventEncoder();
    private final Waves waves = new Waves(7, FIRST, 5, PROBED);

    @Test
    void every_event_of_every_wave_is_accepted_and_no_event_or_case_comes_twice() {
        Set<Object> events = new HashSet<>();
        Set<String> first = new HashSet<>();
        Set<String> second = new HashSet<>();
        for (int i = 0; i < EVENTS; i++) {
            FeedRecord event = waves.next(NOW);
            DecodedRecord read = read(event);
            assertThat(read.rejected).as(read.detail).isNull();
            assertThat(read.changedAt).isEqualTo(NOW);
            assertThat(events.add(read.version.eventId())).isTrue();
            if (event.key().endsWith("w0")) {
                first.add(event.key());
            } else {
                second.add(event.key());
            }
        }
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void a_probe_is_an_active_crime_in_scope_on_the_probed_day() {
        DecodedRecord probe = read(waves.probe(NOW));
        CrimeVersion crime = (CrimeVersion) probe.version;
        assertThat(crime.status).isEqualTo(CrimeVersion.ACTIVE);
        assertThat(crime.flags & CrimeVersion.DOMESTIC_ABUSE).isNotZero();
        assertThat(LondonDays.dayOf(crime.recordedAt))
                .isEqualTo((int) LocalDate.of(2024, 12, 31).toEpochDay());
        assertThat(read(waves.probe(NOW)).subject).isNotEqualTo(probe.subject);
    }

    private DecodedRecord read(FeedRecord event) {
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        byte[] value = encoder.encode(event.value());
        return reader.read(
                event.stream(),
                new ConsumerRecord<>(
                        event.stream().topic("vaiwg."),
                        0,
                        0,
                        event.timestamp(),
                        TimestampType.CREATE_TIME,
                        key.length,
                        value.length,
                        key,
                        value,
                        new RecordHeaders(),
                        Optional.empty()));
    }
}
