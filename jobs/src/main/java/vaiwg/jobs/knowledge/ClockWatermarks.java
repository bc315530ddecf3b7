package vaiwg.jobs.knowledge;

import java.time.Clock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.time.PartitionClock;

/**
 * The watermark of one split is its partition's clock, and never idle: a quiet partition is moved by progress records, and one
 * that nobody writes to holds back the watermark and is named. (Measured: with a timeout instead, most past snapshots of a replay are wrong
 * after a stall of a few seconds.)
 *
 * <p>It never passes this machine's own clock: whatever a log says, no midnight is published before it has come here. What a snapshot
 * holds does not depend on it, and in the past nothing waits.
 */
public final class ClockWatermarks implements WatermarkGenerator<DecodedRecord> {
    private final Clock own;
    private long clock = PartitionClock.UNSET;
    private long emitted = PartitionClock.UNSET;

    /** @param own this machine's clock */
    public ClockWatermarks(Clock own) {
        this.own = own;
    }

    @Override
    public void onEvent(DecodedRecord record, long timestamp, WatermarkOutput output) {
        clock = Math.max(clock, record.clock);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        long passed = Math.min(clock, own.millis());
        if (passed > emitted) {
            emitted = passed;
            output.emitWatermark(new Watermark(emitted));
        }
    }
}
