package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.api.graph.StreamGraphHasherV2;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.decode.Projected;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.subjects.SubjectOperator;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class SubjectReaderTest {
    private static final int MAX_PARALLELISM = 128;

    private final Projected projected = new Projected();

    @Test
    void a_case_of_a_checkpoint_is_read_with_all_its_versions(@TempDir Path folder) throws Exception {
        String location = checkpoint(folder);

        CaseState read = (CaseState) SubjectReader.read(location, SubjectType.CASE, Events.FORCE + "/c1");

        assertThat(read.crimes).hasSize(1);
        assertThat(read.outcomes).hasSize(1);
        assertThat(SubjectReader.text(read, ""))
                .contains("crimes[0]:\n", "  changedAt: " + Events.CHANGED.toEpochMilli(), "outcomes[0]:\n");
        assertThat(SubjectReader.read(location, SubjectType.CASE, Events.FORCE + "/c2"))
                .isNull();
    }

    private String checkpoint(Path folder) throws Exception {
        try (var cases = new KeyedOneInputStreamOperatorTestHarness<>(
                new SubjectOperator(SubjectType.CASE, "vaiwg.", ShippedCatalogue::get),
                DecodedRecord::subjectKey,
                Types.STRING,
                MAX_PARALLELISM,
                1,
                0)) {
            cases.open();
            for (DecodedRecord record : List.of(
                    projected.record(Events.crime("c1").build()),
                    projected.record(Events.outcome("c1").build()))) {
                record.version.knownAt = record.version.changedAt;
                cases.processElement(record, 0);
            }
            OperatorState state = new OperatorState(
                    "Cases",
                    SubjectType.CASE.plural(),
                    new OperatorID(StreamGraphHasherV2.generateUserSpecifiedHash(SubjectType.CASE.plural())),
                    1,
                    MAX_PARALLELISM);
            state.putState(0, cases.snapshot(1, 1));
            try (OutputStream out = Files.newOutputStream(folder.resolve("_metadata"))) {
                Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(1, List.of(state), List.of()), out);
            }
        }
        return folder.toUri().toString();
    }
}
