package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.StepVersion;

class DecodingSchemaTest {
    private static final String CRIMES = "vaiwg.crime-recording";
    private static final String OUTCOMES = "vaiwg.outcome";
    private static final String STEPS = "vaiwg.stalking";
    private static final long RECEIVED = Events.CHANGED.plusSeconds(200_000).toEpochMilli();

    private final DecodingSchema schema = new DecodingSchema("vaiwg.", EventOptions.of(Forces.any()));

    @BeforeEach
    void open() {
        schema.open(null);
    }

    @Test
    void aCrimeArrivesWithItsPlaceInTheLog() {
        DecodedRecord arrival = read(CRIMES, "c1", Events.crime("c1").build());
        assertThat(arrival.refused).isNull();
        assertThat(arrival.topic).isEqualTo(CRIMES);
        assertThat(arrival.partition).isEqualTo(3);
        assertThat(arrival.offset).isEqualTo(42);
        assertThat(arrival.force).isEqualTo(Events.FORCE);
        assertThat(arrival.subject).isEqualTo("c1");
        assertThat(arrival.advancesClock).isTrue();
        assertThat(arrival.changedAt).isEqualTo(Events.CHANGED.toEpochMilli());
        assertThat(arrival.version.version).isEqualTo(1);
        assertThat(arrival.value).as("raw bytes are kept of refusals only").isNull();
    }

    @Test
    void outcomesAndStepsArriveOnTheirTopics() {
        assertThat(read(OUTCOMES, "c1", Events.outcome("c1").build()).version).isInstanceOf(OutcomeVersion.class);
        assertThat(read(STEPS, "p1", Events.step("p1").build()).version).isInstanceOf(StepVersion.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {CRIMES, OUTCOMES, STEPS})
    void progressMayArriveOnAnyTopicWithoutAKey(String topic) {
        DecodedRecord arrival = read(topic, null, Events.progress(Events.CHANGED));
        assertThat(arrival.refused).isNull();
        assertThat(arrival.progress).isTrue();
        assertThat(arrival.changedAt).isEqualTo(Events.CHANGED.toEpochMilli());
    }

    @Test
    void aRecordWithoutAValueIsRefused() {
        assertRefused(read(CRIMES, "c1", (byte[]) null), Reason.EMPTY, false);
    }

    @Test
    void aRecordWithoutAKeyIsRefusedAndMovesTheClock() {
        assertRefused(read(CRIMES, null, Events.crime("c1").build()), Reason.NO_KEY, true);
        assertRefused(read(CRIMES, "", Events.crime("c1").build()), Reason.NO_KEY, true);
    }

    @Test
    void whatIsNoAvroMessageIsRefused() {
        assertRefused(read(CRIMES, "c1", "{\"crime\":1}".getBytes(StandardCharsets.UTF_8)), Reason.UNDECODABLE, false);
        assertRefused(read(CRIMES, "c1", new byte[] {(byte) 0xC3}), Reason.UNDECODABLE, false);
    }

    @Test
    void aMessageCutOffAnywhereIsRefused() {
        byte[] whole = Events.encoded(Events.crime("c1").build());
        for (int length = 0; length < whole.length; length++) {
            assertRefused(read(CRIMES, "c1", Arrays.copyOf(whole, length)), Reason.UNDECODABLE, false);
        }
    }

    @Test
    void aSchemaThatThisBuildDoesNotKnowIsRefused() {
        byte[] bytes = Events.encoded(Events.crime("c1").build());
        bytes[5] ^= 1;
        assertRefused(read(CRIMES, "c1", bytes), Reason.UNKNOWN_SCHEMA, false);
    }

    @Test
    void anEventOfAnotherStreamIsRefusedAndMovesTheClock() {
        assertRefused(read(OUTCOMES, "c1", Events.crime("c1").build()), Reason.WRONG_STREAM, true);
        assertRefused(read(CRIMES, "c1", Events.outcome("c1").build()), Reason.WRONG_STREAM, true);
        assertRefused(read(CRIMES, "p1", Events.step("p1").build()), Reason.WRONG_STREAM, true);
    }

    @Test
    void whatIsDatedMoreThanFiveMinutesAheadIsRefusedAndNeverMovesTheClock() {
        Instant ahead = Instant.ofEpochMilli(RECEIVED + 300_001);
        assertRefused(read(CRIMES, "c1", Events.crime("c1").setChangedAt(ahead).build()), Reason.FUTURE_DATED, false);
        DecodedRecord progress = read(CRIMES, null, Events.progress(ahead));
        assertRefused(progress, Reason.FUTURE_DATED, false);
        assertThat(progress.progress)
                .as("a refused record is a dead letter, not progress")
                .isFalse();
        Instant allowed = Instant.ofEpochMilli(RECEIVED + 300_000);
        assertThat(read(CRIMES, "c1", Events.crime("c1").setChangedAt(allowed).build()).refused)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -5_000_000_000_000_000_000L, Long.MAX_VALUE})
    void whatIsDatedOutsideAllHistoryIsRefusedAndNeverMovesTheClock(long millis) {
        Instant date = Instant.ofEpochMilli(millis);
        assertRefused(
                read(CRIMES, "c1", Events.crime("c1").setChangedAt(date).build()), Reason.IMPOSSIBLE_VALUE, false);
        assertRefused(read(CRIMES, null, Events.progress(date)), Reason.IMPOSSIBLE_VALUE, false);
    }

    @Test
    void aKeyThatIsNotTheSubjectsIdIsRefusedAndMovesTheClock() {
        assertRefused(read(CRIMES, "c2", Events.crime("c1").build()), Reason.KEY_MISMATCH, true);
        assertRefused(read(OUTCOMES, "c2", Events.outcome("c1").build()), Reason.KEY_MISMATCH, true);
        assertRefused(read(STEPS, "p2", Events.step("p1").build()), Reason.KEY_MISMATCH, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " west-midlands", "west-midlands\n", "West Midlands", "west/midlands", "-"})
    void aForceThatIsNoSlugIsRefusedAndMovesTheClock(String force) {
        assertRefused(read(CRIMES, "c1", Events.crime("c1").setForce(force).build()), Reason.IMPOSSIBLE_VALUE, true);
    }

    @Test
    void anImpossibleValueIsRefusedAndMovesTheClock() {
        assertRefused(
                read(
                        CRIMES,
                        "c1",
                        Events.crime("c1").setOffenceCode("ABCDEFGHI").build()),
                Reason.IMPOSSIBLE_VALUE,
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "23", "99", "16A", "1a", "NFA"})
    void anOutcomeTypeOutsideTheFrameworkIsRefusedAndMovesTheClock(String type) {
        DecodedRecord arrival =
                read(OUTCOMES, "c1", Events.outcome("c1").setOutcomeType(type).build());
        assertRefused(arrival, Reason.UNKNOWN_OUTCOME, true);
        assertThat(arrival.detail).isEqualTo("outcomeType is not in the Home Office framework: 1 to 22, 1A, 2A, 3A");
    }

    @Test
    void aRefusalKeepsTheRawBytesAndNamesNoValue() {
        byte[] bytes = Events.encoded(
                Events.crime("c1").setEventId("Jane Doe, 1 High Street").build());
        DecodedRecord arrival = read(CRIMES, "c1", bytes);
        assertRefused(arrival, Reason.IMPOSSIBLE_VALUE, true);
        assertThat(arrival.key).isEqualTo("c1".getBytes(StandardCharsets.UTF_8));
        assertThat(arrival.value).isEqualTo(bytes);
        assertThat(arrival.detail).isEqualTo("eventId is no UUID");
    }

    private static void assertRefused(DecodedRecord arrival, Reason reason, boolean movesClock) {
        assertThat(arrival.refused).isEqualTo(reason.slug());
        assertThat(arrival.detail).isNotBlank();
        assertThat(arrival.advancesClock).isEqualTo(movesClock);
    }

    private DecodedRecord read(String topic, String key, SpecificRecord event) {
        return read(topic, key, Events.encoded(event));
    }

    private DecodedRecord read(String topic, String key, byte[] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        List<DecodedRecord> arrivals = new ArrayList<>();
        schema.deserialize(
                new ConsumerRecord<>(
                        topic,
                        3,
                        42,
                        RECEIVED,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        keyBytes,
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                new Collector<>() {
                    @Override
                    public void collect(DecodedRecord arrival) {
                        arrivals.add(arrival);
                    }

                    @Override
                    public void close() {
                        // Nothing is held.
                    }
                });
        assertThat(arrivals).hasSize(1);
        return arrivals.get(0);
    }
}
