package vaiwg.jobs.panes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vaiwg.engine.contributions.Delta;

/**
 * Joins the deltas of one subtask before they travel to the panes of their force: one record is written, sent and read instead of many, above all
 * by the one thread that a force's panes have. Deltas are joined in their order, and none waits beyond a watermark, a checkpoint or
 * {@link #LONGEST}: so there is no state, and panes know at every midnight what they knew without it.
 */
public final class JoinedDeltas extends AbstractStreamOperator<Delta> implements OneInputStreamOperator<Delta, Delta> {
    /** How many become one at most: a record of some ten kilobytes. */
    static final int MOST = 64;
    /** How many milliseconds a delta waits where neither a watermark nor others come: days as known now are written every 500. */
    static final long LONGEST = 50;

    private static final long serialVersionUID = 1L;

    private transient Map<String, List<Delta>> waiting;
    private transient boolean isScheduled;

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new LinkedHashMap<>();
    }

    @Override
    public void processElement(StreamRecord<Delta> record) {
        Delta delta = record.getValue();
        if (!delta.isOfFigures()) {
            output.collect(new StreamRecord<>(delta));
            return;
        }
        List<Delta> ofForce = waiting.computeIfAbsent(delta.force, force -> new ArrayList<>());
        if (!ofForce.isEmpty() && ofForce.get(0).source != delta.source) {
            send(ofForce);
        }
        ofForce.add(delta);
        if (ofForce.size() == MOST) {
            send(ofForce);
        } else if (!isScheduled) {
            isScheduled = true;
            getProcessingTimeService()
                    .registerTimer(getProcessingTimeService().getCurrentProcessingTime() + LONGEST, time -> {
                        isScheduled = false;
                        sendAll();
                    });
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        sendAll();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        sendAll();
    }

    @Override
    public void finish() throws Exception {
        sendAll();
        super.finish();
    }

    private void sendAll() {
        waiting.values().forEach(this::send);
    }

    private void send(List<Delta> some) {
        if (!some.isEmpty()) {
            output.collect(new StreamRecord<>(Delta.joined(some)));
            some.clear();
        }
    }
}
