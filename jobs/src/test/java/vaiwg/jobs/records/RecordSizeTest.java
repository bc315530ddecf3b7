package vaiwg.jobs.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PersonUpdates;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Projected;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** What an ordinary record takes as bytes, and what is allocated to write and to read it: the same on every machine. */
class RecordSizeTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TIMES = 200;

    private final Projected projected = new Projected();

    @Test
    void an_event_of_a_crime() throws Exception {
        assertSize(RecordFormat.EVENT, event(crime()), 150, 700);
    }

    @Test
    void an_event_of_an_outcome() throws Exception {
        assertSize(RecordFormat.EVENT, event(outcome()), 90, 500);
    }

    @Test
    void a_case_with_a_crime_and_its_outcome() throws Exception {
        assertSize(RecordFormat.CASE, closed(), 200, 700);
    }

    @Test
    void the_delta_of_a_crime() throws Exception {
        CaseState recorded = new CaseState().with(crime());
        List<DeltaEntry> entries = new SubjectDeltas(ShippedCatalogue.get()).of(null, recorded, crime().knownAt);
        assertThat(entries).hasSize(4);
        assertSize(RecordFormat.DELTA, new Delta(Events.FORCE, (byte) 0, entries), 150, 700);
    }

    @Test
    void what_a_crime_says_of_its_persons() throws Exception {
        List<PersonUpdate> updates = new PersonUpdates(ShippedCatalogue.get()).of("20CV/12345/26", null, closed());
        assertThat(updates).hasSize(2);
        for (PersonUpdate update : updates) {
            update.force = Events.FORCE;
            assertSize(RecordFormat.NOTICE, update, 250, 1_200);
        }
    }

    private static void assertSize(RecordFormat format, FieldRecord record, int mostBytes, int mostAllocated)
            throws IOException {
        TypeSerializer<FieldRecord> serializer = new RecordSerializer<>(format);
        DataOutputSerializer out = new DataOutputSerializer(4_096);
        serializer.serialize(record, out);
        byte[] bytes = out.getCopyOfBuffer();
        assertThat(bytes.length).as("bytes").isBetween(1, mostBytes);
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        serializer.deserialize(in);

        long began = allocated();
        for (int i = 0; i < TIMES; i++) {
            out.clear();
            serializer.serialize(record, out);
        }
        long written = allocated();
        for (int i = 0; i < TIMES; i++) {
            in.setBuffer(bytes);
            serializer.deserialize(in);
        }
        long read = allocated();

        assertThat((written - began) / TIMES).as("bytes allocated to write it").isLessThan(8);
        assertThat((read - written) / TIMES).as("bytes allocated to read it").isLessThan(mostAllocated);
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private CaseState closed() throws Rejection {
        return new CaseState().with(crime()).with(outcome());
    }

    private static DecodedRecord event(Version version) {
        DecodedRecord event = new DecodedRecord();
        event.force = Events.FORCE;
        event.subject = "20CV/12345/26";
        event.partition = 1;
        event.offset = 1_234_567;
        event.timestamp = version.changedAt + 2_000;
        event.version = version;
        return event;
    }

    private CrimeVersion crime() throws Rejection {
        Instant committed = Events.CHANGED.minusSeconds(86_400);
        return stamped(projected.crime(Events.crime("20CV/12345/26")
                .setCommittedFrom(committed)
                .setCommittedTo(committed)
                .setVictim(Victim.newBuilder()
                        .setKind(VictimKind.PERSON)
                        .setPersonId("a3f1c9")
                        .setBirthYear(1990)
                        .build())
                .setSuspects(List.of(Suspect.newBuilder().setPersonId("b7e2d4").build()))
                .build()));
    }

    private OutcomeVersion outcome() throws Rejection {
        return stamped(projected.outcome(Events.outcome("20CV/12345/26").build()));
    }

    private static <V extends Version> V stamped(V version) {
        version.knownAt = version.changedAt;
        return version;
    }
}
