package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.kafka.ReceivedRecord;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** What is allocated to read an ordinary event: its record with the version, and hardly more. The same on every machine. */
class DecodeAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String ID = "7f3a9c41d08b36e2";
    private static final int TIMES = 500;
    /** The record, its version and its subject's id: 460 of a crime. */
    private static final int MOST_BYTES = 600;
    /** A step of stalking management is a record of two subjects, and a note keeps its words: 690. */
    private static final int MOST_BYTES_OF_TWO = 800;
    /** What somebody wrote is looked through for personal data; there are a few a week. */
    private static final int MOST_BYTES_OF_NOTE = 20_000;

    private final EventReader reader = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void a_sound_event_of_each_stream(EventStream stream) {
        int mostBytes =
                switch (stream) {
                    case STALKING -> MOST_BYTES_OF_TWO;
                    case NOTE -> MOST_BYTES_OF_NOTE;
                    default -> MOST_BYTES;
                };
        assertAllocates(stream, Events.ofEachStream(ID).get(stream), mostBytes);
    }

    /** Each field that an event has more than another is a number, and no object. */
    @Test
    void a_crime_with_all_that_is_said_of_its_victim_and_suspects() {
        assertAllocates(EventStream.CRIME_RECORDING, fullCrime(), MOST_BYTES);
    }

    private void assertAllocates(EventStream stream, SpecificRecord event, int mostBytes) {
        ConsumerRecord<byte[], byte[]> message = received(stream, event);
        for (int i = 0; i < TIMES; i++) {
            assertThat(reader.read(stream, message).rejected).isNull();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            reader.read(stream, message);
        }
        assertThat((THREADS.getCurrentThreadAllocatedBytes() - before) / TIMES)
                .as("bytes allocated to read an event of %s", stream)
                .isLessThan(mostBytes);
    }

    private static CrimeRecording fullCrime() {
        Characteristic declined = Characteristic.newBuilder()
                .setStatus(CharacteristicStatus.DECLINED)
                .build();
        return Events.crime(ID)
                .setStatusReason("none")
                .setChannel("telephone")
                .setLsoa("E01009999")
                .setLocationCell("9c1f00aa41d08b36")
                .setFlags(List.of("DOMESTIC_ABUSE", "HATE_GENDER"))
                .setVictim(Victim.newBuilder()
                        .setKind(VictimKind.PERSON)
                        .setPersonId("5f2c9a7e41d08b36")
                        .setBirthYear(1990)
                        .setAge(declined)
                        .setDisability(declined)
                        .setGenderReassignment(declined)
                        .setMarriage(declined)
                        .setPregnancy(declined)
                        .setEthnicity(value("W1"))
                        .setReligion(declined)
                        .setSex(value("female"))
                        .setOrientation(declined)
                        .build())
                .setSuspects(List.of(Suspect.newBuilder()
                        .setPersonId("7c9e6679-7425-40de-944b-e07fc1f90ae7")
                        .setRelationship("INTIMATE")
                        .build()))
                .build();
    }

    private static Characteristic value(String value) {
        return Characteristic.newBuilder()
                .setStatus(CharacteristicStatus.VALUE)
                .setValue(value)
                .build();
    }

    private static ConsumerRecord<byte[], byte[]> received(EventStream stream, SpecificRecord event) {
        return ReceivedRecord.of(
                stream.slug(),
                0,
                0,
                Events.CHANGED.plusSeconds(200_000).toEpochMilli(),
                ID.getBytes(StandardCharsets.UTF_8),
                Events.encoded(event));
    }
}
