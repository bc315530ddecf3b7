package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.jobs.admission.Admission;
import vaiwg.jobs.admission.DeadLetter;
import vaiwg.jobs.admission.FeedClock;
import vaiwg.jobs.admission.LateEvent;
import vaiwg.jobs.admission.SubjectEvent;
import vaiwg.jobs.decode.Arrival;
import vaiwg.jobs.decode.OwnerNote;
import vaiwg.jobs.panes.BoardSnapshot;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.jobs.panes.PaneOperator;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.ConductState;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.OrderState;
import vaiwg.kpis.cases.OrderVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonRecord;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.SafeguardingState;
import vaiwg.kpis.cases.SafeguardingVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.signals.RaisedSignal;
import vaiwg.kpis.signatures.Posting;

/** What is state or crosses the network is read by later builds: its fields evolve as those of a POJO, and Kryo is never used. */
class StateTypesTest {
    static Stream<Class<?>> types() throws ClassNotFoundException {
        return Stream.of(
                Arrival.class,
                SubjectEvent.class,
                CrimeVersion.class,
                OutcomeVersion.class,
                StepVersion.class,
                ContactVersion.class,
                SubmissionVersion.class,
                ItemVersion.class,
                ManagementVersion.class,
                OrderVersion.class,
                SafeguardingVersion.class,
                ConductVersion.class,
                NoteVersion.class,
                RaisedSignal.class,
                OwnerNote.class,
                OrderState.class,
                SafeguardingState.class,
                ConductState.class,
                CaseState.class,
                PerpetratorState.class,
                PersonState.class,
                PersonRecord.class,
                PersonFact.class,
                PersonNotice.class,
                Posting.class,
                Snapshot.class,
                BoardSnapshot.class,
                DayBlock.class,
                DeadLetter.class,
                LateEvent.class,
                FeedClock.class,
                Admission.StoredClock.class,
                Class.forName(PaneOperator.class.getPackageName() + ".ForceKeeper$Stored"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeOfStateOrOfTheWireIsAPojoThroughAndThrough(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void noFieldIsLeftOutOfWhatIsStored(Class<?> type) {
        long fields = Stream.<Class<?>>iterate(type, c -> c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .count();
        assertThat(TypeInformation.of(type).getTotalFields())
                .as("flattened, a nested record counts for at least one")
                .isGreaterThanOrEqualTo((int) fields);
    }

    @Test
    void panesAreStoredAsBytes() {
        assertThat(TypeInformation.of(byte[].class).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(BytePrimitiveArraySerializer.class);
    }
}
