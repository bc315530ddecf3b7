package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.concurrent.FutureUtils;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** A checkpoint holds what was there at its barrier, also where its asynchronous part runs later. */
class SnapshotRaceTest {
    private static final int STATE_BYTES = 50_000_000;
    private static final long RECORDED = Instant.parse("2026-01-05T11:00:00Z").toEpochMilli();
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long BEHIND = Instant.parse("2026-01-30T12:00:00Z").toEpochMilli();

    @Test
    void days_that_went_out_behind_the_barrier_go_out_again_after_a_restore() throws Exception {
        OperatorSubtaskState state;
        long behindTheBarrier;
        try (var panes = harness()) {
            panes.open();
            panes.setProcessingTime(NOW);
            for (Delta delta : new Postings("a").crime("c1", RECORDED, RECORDED)) {
                panes.processElement(new StreamRecord<>(delta));
            }
            panes.processWatermark(new Watermark(BEHIND));
            assertThat(dayBlocks(panes))
                    .as("days of a replay that is far behind")
                    .isZero();
            OperatorSnapshotFutures snapshot = panes.getOneInputOperator()
                    .snapshotState(
                            1,
                            1,
                            CheckpointOptions.forCheckpointWithDefaultLocation(),
                            new MemCheckpointStreamFactory(STATE_BYTES));
            panes.processWatermark(new Watermark(NOW));
            behindTheBarrier = dayBlocks(panes);
            state = OperatorSubtaskState.builder()
                    .setManagedKeyedState(FutureUtils.runIfNotDoneAndGet(snapshot.getKeyedStateManagedFuture())
                            .getJobManagerOwnedSnapshot())
                    .build();
        }
        assertThat(behindTheBarrier).isPositive();
        try (var restored = harness()) {
            restored.setup();
            restored.initializeState(state);
            restored.open();
            restored.setProcessingTime(NOW);
            restored.processWatermark(new Watermark(NOW));
            assertThat(dayBlocks(restored)).isEqualTo(behindTheBarrier);
        }
    }

    private static PaneHarness harness() throws Exception {
        return new PaneHarness(new PaneOptions(ShippedCatalogue::get, 0, true, Long.MAX_VALUE));
    }

    /** Those in which anything is known: after a restore the others are told of too. */
    private static long dayBlocks(PaneHarness panes) {
        return panes.side(PaneOperator.DAY_BLOCKS).stream()
                .filter(block -> !block.isEmpty())
                .count();
    }
}
