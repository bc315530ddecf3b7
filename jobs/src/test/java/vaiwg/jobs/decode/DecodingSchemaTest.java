package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.time.PartitionClock;

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
    void a_crime_arrives_with_its_place_in_the_log() {
        DecodedRecord arrival = read(CRIMES, "c1", Events.crime("c1").build());
        assertThat(arrival.rejected).isNull();
        assertThat(arrival.topic).isEqualTo(CRIMES);
        assertThat(arrival.partition).isEqualTo(3);
        assertThat(arrival.offset).isEqualTo(42);
        assertThat(arrival.force).isEqualTo(Events.FORCE);
        assertThat(arrival.subject).isEqualTo("c1");
        assertThat(arrival.believed).isTrue();
        assertThat(arrival.changedAt).isEqualTo(Events.CHANGED.toEpochMilli());
        assertThat(arrival.version.version).isEqualTo(1);
        assertThat(arrival.value).as("raw bytes are kept of rejections only").isNull();
    }

    @Test
    void outcomes_and_steps_arrive_on_their_topics() {
        assertThat(read(OUTCOMES, "c1", Events.outcome("c1").build()).version).isInstanceOf(OutcomeVersion.class);
        assertThat(read(STEPS, "p1", Events.step("p1").build()).version).isInstanceOf(StepVersion.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {CRIMES, OUTCOMES, STEPS})
    void progress_may_arrive_on_any_topic_without_a_key(String topic) {
        DecodedRecord arrival = read(topic, null, Events.progress(Events.CHANGED));
        assertThat(arrival.rejected).isNull();
        assertThat(arrival.progress).isTrue();
        assertThat(arrival.changedAt).isEqualTo(Events.CHANGED.toEpochMilli());
    }

    @Test
    void a_record_without_a_value_is_rejected() {
        assertRejected(read(CRIMES, "c1", (byte[]) null), Reason.EMPTY);
    }

    @Test
    void a_record_without_a_key_is_rejected() {
        assertRejected(read(CRIMES, null, Events.crime("c1").build()), Reason.NO_KEY);
        assertRejected(read(CRIMES, "", Events.crime("c1").build()), Reason.NO_KEY);
    }

    @Test
    void what_is_no_avro_message_is_rejected() {
        assertRejected(read(CRIMES, "c1", "{\"crime\":1}".getBytes(StandardCharsets.UTF_8)), Reason.UNDECODABLE);
        assertRejected(read(CRIMES, "c1", new byte[] {(byte) 0xC3}), Reason.UNDECODABLE);
    }

    @Test
    void a_message_cut_off_anywhere_is_rejected() {
        byte[] whole = Events.encoded(Events.crime("c1").build());
        for (int length = 0; length < whole.length; length++) {
            assertRejected(read(CRIMES, "c1", Arrays.copyOf(whole, length)), Reason.UNDECODABLE);
        }
    }

    @Test
    void a_schema_that_this_build_does_not_know_is_rejected() {
        byte[] bytes = Events.encoded(Events.crime("c1").build());
        bytes[5] ^= 1;
        assertRejected(read(CRIMES, "c1", bytes), Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void an_event_of_another_stream_is_rejected() {
        assertRejected(read(OUTCOMES, "c1", Events.crime("c1").build()), Reason.WRONG_STREAM);
        assertRejected(read(CRIMES, "c1", Events.outcome("c1").build()), Reason.WRONG_STREAM);
        assertRejected(read(CRIMES, "p1", Events.step("p1").build()), Reason.WRONG_STREAM);
    }

    @Test
    void what_is_dated_more_than_five_minutes_ahead_is_rejected() {
        Instant ahead = Instant.ofEpochMilli(RECEIVED + 300_001);
        assertRejected(read(CRIMES, "c1", Events.crime("c1").setChangedAt(ahead).build()), Reason.FUTURE_DATED);
        Instant allowed = Instant.ofEpochMilli(RECEIVED + 300_000);
        assertThat(read(CRIMES, "c1", Events.crime("c1").setChangedAt(allowed).build()).rejected)
                .isNull();
    }

    @Test
    void progress_more_than_five_minutes_ahead_is_not_believed_and_is_no_dead_letter() {
        DecodedRecord ahead = read(CRIMES, null, Events.progress(Instant.ofEpochMilli(RECEIVED + 300_001)));
        assertThat(ahead.rejected).isNull();
        assertThat(ahead.progress).isTrue();
        assertThat(ahead.believed).isFalse();
        assertThat(ahead.clock).isEqualTo(PartitionClock.UNSET);
        DecodedRecord allowed = read(CRIMES, null, Events.progress(Instant.ofEpochMilli(RECEIVED + 300_000)));
        assertThat(allowed.believed).isTrue();
        assertThat(allowed.clock).isEqualTo(RECEIVED + 300_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -5_000_000_000_000_000_000L, Long.MAX_VALUE})
    void what_is_dated_outside_all_history_is_rejected(long millis) {
        Instant date = Instant.ofEpochMilli(millis);
        assertRejected(read(CRIMES, "c1", Events.crime("c1").setChangedAt(date).build()), Reason.IMPOSSIBLE_VALUE);
        assertRejected(read(CRIMES, null, Events.progress(date)), Reason.IMPOSSIBLE_VALUE);
    }

    @Test
    void a_key_that_is_not_the_subjects_id_is_rejected() {
        assertRejected(read(CRIMES, "c2", Events.crime("c1").build()), Reason.KEY_MISMATCH);
        assertRejected(read(OUTCOMES, "c2", Events.outcome("c1").build()), Reason.KEY_MISMATCH);
        assertRejected(read(STEPS, "p2", Events.step("p1").build()), Reason.KEY_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " west-midlands", "west-midlands\n", "West Midlands", "west/midlands", "-"})
    void a_force_that_is_no_slug_is_rejected(String force) {
        assertRejected(read(CRIMES, "c1", Events.crime("c1").setForce(force).build()), Reason.IMPOSSIBLE_VALUE);
    }

    @Test
    void an_impossible_value_is_rejected() {
        assertRejected(
                read(
                        CRIMES,
                        "c1",
                        Events.crime("c1").setOffenceCode("ABCDEFGHI").build()),
                Reason.IMPOSSIBLE_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "23", "99", "16A", "1a", "NFA"})
    void an_outcome_type_outside_the_framework_is_rejected(String type) {
        DecodedRecord arrival =
                read(OUTCOMES, "c1", Events.outcome("c1").setOutcomeType(type).build());
        assertRejected(arrival, Reason.UNKNOWN_OUTCOME);
        assertThat(arrival.detail).isEqualTo("outcomeType is not in the Home Office framework: 1 to 22, 1A, 2A, 3A");
    }

    @Test
    void a_rejection_keeps_the_raw_bytes_and_names_no_value() {
        byte[] bytes = Events.encoded(
                Events.crime("c1").setEventId("Jane Doe, 1 High Street").build());
        DecodedRecord arrival = read(CRIMES, "c1", bytes);
        assertRejected(arrival, Reason.IMPOSSIBLE_VALUE);
        assertThat(arrival.key).isEqualTo("c1".getBytes(StandardCharsets.UTF_8));
        assertThat(arrival.value).isEqualTo(bytes);
        assertThat(arrival.detail).isEqualTo("eventId is no UUID");
    }

    private static void assertRejected(DecodedRecord arrival, Reason reason) {
        assertThat(arrival.rejected).isEqualTo(reason.slug());
        assertThat(arrival.detail).isNotBlank();
        assertThat(arrival.believed).as("moves the clock").isFalse();
        assertThat(arrival.clock).isEqualTo(PartitionClock.UNSET);
    }

    private DecodedRecord read(String topic, String key, SpecificRecord event) {
        return read(topic, key, Events.encoded(event));
    }

    private DecodedRecord read(String topic, String key, byte[] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        List<DecodedRecord> arrivals = new ArrayList<>();
        schema.deserialize(ReceivedRecord.of(topic, 3, 42, RECEIVED, keyBytes, value), new ListCollector<>(arrivals));
        assertThat(arrivals).hasSize(1);
        return arrivals.get(0);
    }
}
