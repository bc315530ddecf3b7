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
import vaiwg.jobs.knowledge.DeadLetter;
import vaiwg.jobs.knowledge.FeedClock;
import vaiwg.jobs.knowledge.KnowledgeTimeOperator;
import vaiwg.jobs.knowledge.LateEvent;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.jobs.panes.PaneOperator;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.jobs.totals.ComparedTotal;
import vaiwg.jobs.totals.ReceivedCount;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.statistics.signals.RaisedSignal;

/** What is state or crosses the network and has no format of its own is a POJO for Flink, whose fields evolve; Kryo is never used. */
class StateTypesTest {
    static Stream<Class<?>> types() throws ClassNotFoundException {
        return Stream.of(
                NoteVersion.class,
                RaisedSignal.class,
                OwnerNote.class,
                Snapshot.class,
                DashboardSnapshot.class,
                DayBlock.class,
                DeadLetter.class,
                LateEvent.class,
                FeedClock.class,
                StatedTotal.class,
                ReceivedCount.class,
                ComparedTotal.class,
                KnowledgeTimeOperator.StoredClock.class,
                Class.forName(PaneOperator.class.getPackageName() + ".ForceAggregates$Stored"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_type_of_state_or_of_the_wire_is_a_pojo_through_and_through(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_field_is_left_out_of_what_is_stored(Class<?> type) {
        long fields = Stream.<Class<?>>iterate(type, c -> c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .count();
        assertThat(TypeInformation.of(type).getTotalFields())
                .as("flattened, a nested record counts for at least one")
                .isGreaterThanOrEqualTo((int) fields);
    }

    @Test
    void panes_are_stored_as_bytes() {
        assertThat(TypeInformation.of(byte[].class).createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(BytePrimitiveArraySerializer.class);
    }
}
