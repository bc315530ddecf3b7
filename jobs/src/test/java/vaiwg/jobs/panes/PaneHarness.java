package vaiwg.jobs.panes;

import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import vaiwg.engine.contributions.Delta;

/** The pane operator in Flink's harness. */
final class PaneHarness extends KeyedOneInputStreamOperatorTestHarness<String, Delta, Snapshot> {
    PaneHarness(PaneOptions options) throws Exception {
        super(new PaneOperator(options), delta -> delta.force, Types.STRING);
    }

    /** One of several subtasks. */
    PaneHarness(PaneOptions options, int keyGroups, int parallelism, int subtask) throws Exception {
        super(new PaneOperator(options), delta -> delta.force, Types.STRING, keyGroups, parallelism, subtask);
    }

    /** Opens it at an instant. */
    PaneHarness begin(long wallClock) throws Exception {
        setProcessingTime(wallClock);
        open();
        return this;
    }

    /** Opens it at an instant, to go on from what was stored. */
    PaneHarness goOn(long wallClock, OperatorSubtaskState stored) throws Exception {
        setProcessingTime(wallClock);
        initializeState(stored);
        open();
        return this;
    }

    void send(List<Delta> deltas) throws Exception {
        for (Delta delta : deltas) {
            processElement(delta, 0);
        }
    }

    List<DashboardSnapshot> dashboards() {
        return side(PaneOperator.BOARD);
    }

    /** What has come so far out of a side output. */
    <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = getSideOutput(tag);
        return records == null
                ? List.of()
                : records.stream().map(StreamRecord::getValue).toList();
    }
}
