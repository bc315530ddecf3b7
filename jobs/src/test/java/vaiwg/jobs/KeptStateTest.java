package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.SafeguardingState;
import vaiwg.kpis.cases.SafeguardingVersion;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.SafeguardingKind;

/**
 * State of subjects as release 0.1.0 wrote it, with its serializer's snapshot: a field that is added since has its default there. It was
 * written once, with {@code -Dvaiwg.golden.write=true}.
 */
class KeptStateTest {
    private static final Path KEPT = Path.of("src/test/resources/state/0.1.0");
    private static final long AT = 1_781_092_800_000L;

    @BeforeAll
    static void keep() throws IOException {
        if (Boolean.getBoolean("vaiwg.golden.write") && !Files.exists(KEPT)) {
            Files.createDirectories(KEPT);
            write(caseOfASurvey());
            write(conference());
        }
    }

    @Test
    void what_is_kept_of_a_case_goes_on_and_says_nothing_of_new_fields() throws IOException {
        ContactVersion survey = read(CaseState.class).contacts[0];

        assertThat(survey.freeTextKnown).isFalse();
        assertThat(survey.freeTextGiven).isFalse();
        assertThat(survey).usingRecursiveComparison().isEqualTo(caseOfASurvey().contacts[0]);
    }

    @Test
    void what_is_kept_of_a_safeguarding_case_goes_on_and_says_nothing_of_new_fields() throws IOException {
        SafeguardingVersion known = read(SafeguardingState.class).versions[0];

        assertThat(known.repeatKnown).isFalse();
        assertThat(known.repeat).isFalse();
        assertThat(known).usingRecursiveComparison().isEqualTo(conference().versions[0]);
    }

    private static <T> T read(Class<T> type) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(Files.readAllBytes(file(type)));
        TypeSerializerSnapshot<T> kept =
                TypeSerializerSnapshot.readVersionedSnapshot(in, KeptStateTest.class.getClassLoader());
        assertThat(serializer(type)
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(kept)
                        .isIncompatible())
                .isFalse();
        return kept.restoreSerializer().deserialize(in);
    }

    @SuppressWarnings("unchecked")
    private static <T> void write(T state) throws IOException {
        TypeSerializer<T> serializer = serializer((Class<T>) state.getClass());
        DataOutputSerializer out = new DataOutputSerializer(1_024);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        serializer.serialize(state, out);
        Files.write(file(state.getClass()), out.getCopyOfBuffer());
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    }

    private static Path file(Class<?> type) {
        return KEPT.resolve(type.getSimpleName() + ".bin");
    }

    private static CaseState caseOfASurvey() {
        ContactVersion survey = new ContactVersion();
        survey.version = 2;
        survey.changedAt = AT;
        survey.eventHigh = 3;
        survey.eventLow = 4;
        survey.admittedAt = AT + 1;
        survey.step = 5;
        survey.kind = (byte) ContactKind.SURVEY.ordinal();
        survey.at = AT - 2;
        survey.answeredAt = AT - 1;
        survey.satisfactionSaid = true;
        survey.satisfied = true;
        survey.demographicsGiven = true;
        return (CaseState) new CaseState().with(survey);
    }

    private static SafeguardingState conference() {
        SafeguardingVersion known = new SafeguardingVersion();
        known.version = 2;
        known.changedAt = AT;
        known.eventHigh = 3;
        known.eventLow = 4;
        known.admittedAt = AT + 1;
        known.kind = (byte) SafeguardingKind.MARAC.ordinal();
        known.highRisk = true;
        known.referredAt = AT - 2;
        known.heardAt = AT - 1;
        return new SafeguardingState().with(known);
    }
}
