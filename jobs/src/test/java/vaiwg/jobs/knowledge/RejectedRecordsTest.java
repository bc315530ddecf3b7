package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** What counts nowhere makes nothing else late: a history in which one stray record of May comes before three crimes of March. */
class RejectedRecordsTest {
    private static final Instant MARCH = Instant.parse("2024-03-10T10:00:00Z");
    private static final Instant MAY = Instant.parse("2024-05-01T12:00:00Z");
    private static final long LOADED = Instant.parse("2024-06-01T00:00:00Z").toEpochMilli();
    private static final String STRAY = "stray";

    private AdmittedLog log;

    @BeforeEach
    void open() throws Exception {
        log = new AdmittedLog(new EventOptions(Forces.parse(Events.FORCE), LocalDate.of(2000, 1, 1), Optional.empty()));
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @ParameterizedTest
    @MethodSource("strays")
    void a_rejected_record_makes_no_other_late(Reason reason, String key, byte[] stray) throws Exception {
        DecodedRecord rejected = log.read(EventStream.CRIME_RECORDING, 0, LOADED, key, stray);
        assertThat(rejected.rejected).isEqualTo(reason.slug());

        for (int day = 0; day < 3; day++) {
            String id = "m" + day;
            log.read(EventStream.CRIME_RECORDING, 0, LOADED, id, crime(id, march(day)));
        }

        assertThat(log.knowledgeTimes())
                .containsExactly(march(0).toEpochMilli(), march(1).toEpochMilli(), march(2).toEpochMilli());
        assertThat(log.late()).isEmpty();
        assertThat(log.deadLetters()).hasSize(1);
    }

    static Stream<Arguments> strays() {
        CrimeRecording sound = crime(STRAY, MAY);
        byte[] unknown = Events.encoded(sound);
        unknown[5] ^= 1;
        return Stream.of(
                stray(Reason.UNKNOWN_FORCE, STRAY, crimeOf(STRAY, MAY).setForce("atlantis-police")),
                stray(
                        Reason.PERSONAL_DATA,
                        STRAY,
                        crimeOf(STRAY, MAY)
                                .setVictim(Victim.newBuilder()
                                        .setKind(VictimKind.PERSON)
                                        .setPersonId("Jane Doe")
                                        .build())),
                stray(Reason.IMPOSSIBLE_VALUE, STRAY, crimeOf(STRAY, MAY).setEventId("no-uuid")),
                stray(Reason.KEY_MISMATCH, "another", crimeOf(STRAY, MAY)),
                stray(Reason.NO_KEY, null, crimeOf(STRAY, MAY)),
                stray(Reason.FUTURE_DATED, STRAY, crimeOf(STRAY, Instant.ofEpochMilli(LOADED + 300_001))),
                stray(Reason.TOO_OLD, STRAY, crimeOf(STRAY, Instant.EPOCH)),
                arguments(
                        named("WRONG_STREAM", Reason.WRONG_STREAM),
                        STRAY,
                        Events.encoded(Events.outcome(STRAY).setChangedAt(MAY).build())),
                arguments(named("UNKNOWN_SCHEMA", Reason.UNKNOWN_SCHEMA), STRAY, unknown),
                arguments(named("UNDECODABLE", Reason.UNDECODABLE), STRAY, "no event".getBytes(StandardCharsets.UTF_8)),
                arguments(named("EMPTY", Reason.EMPTY), STRAY, null));
    }

    @Test
    void an_outcome_outside_the_framework_makes_no_other_late() throws Exception {
        log.read(
                EventStream.OUTCOME,
                0,
                LOADED,
                STRAY,
                Events.outcome(STRAY).setOutcomeType("99").setChangedAt(MAY).build());
        log.read(
                EventStream.OUTCOME,
                0,
                LOADED,
                "m0",
                Events.outcome("m0").setChangedAt(MARCH).setAssignedAt(MARCH).build());

        assertThat(log.deadLetters()).extracting(letter -> letter.reason).containsExactly("unknown_outcome");
        assertThat(log.knowledgeTimes()).containsExactly(MARCH.toEpochMilli());
        assertThat(log.late()).isEmpty();
    }

    @Test
    void a_partition_of_rejected_records_alone_waits_for_progress() throws Exception {
        DecodedRecord rejected = log.read(
                EventStream.CRIME_RECORDING,
                0,
                LOADED,
                STRAY,
                crimeOf(STRAY, MAY).setForce("atlantis-police").build());
        assertThat(rejected.clock).as("holds the watermark").isEqualTo(PartitionClock.UNSET);

        DecodedRecord progress = log.read(EventStream.CRIME_RECORDING, 0, LOADED, null, Events.progress(MAY));

        assertThat(progress.clock).isEqualTo(MAY.toEpochMilli());
    }

    private static Arguments stray(Reason reason, String key, CrimeRecording.Builder crime) {
        return arguments(named(reason.name(), reason), key, Events.encoded(crime.build()));
    }

    private static CrimeRecording crime(String id, Instant changedAt) {
        return crimeOf(id, changedAt).build();
    }

    private static CrimeRecording.Builder crimeOf(String id, Instant changedAt) {
        return Events.crime(id).setChangedAt(changedAt).setReportedAt(null).setRecordedAt(changedAt);
    }

    private static Instant march(int day) {
        return MARCH.plus(Duration.ofDays(day));
    }
}
