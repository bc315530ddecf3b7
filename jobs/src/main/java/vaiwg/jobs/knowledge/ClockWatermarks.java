package vaiwg.jobs.knowledge;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.time.PartitionClock;

/**
 * The watermark of one split is its partition's clock, and never idle: a quiet partition is moved by progress records, and one
 * that nobody writes to holds back the watermark and is named. (Measured: with a timeout instead, most past snapshots of a replay are wrong
 * after a stall of a few seconds.)
 */
public final class ClockWatermarks implements WatermarkGenerator<DecodedRecord> {
    private long clock = PartitionClock.UNSET;
    private long emitted = PartitionClock.UNSET;

    @Override
    public void onEvent(DecodedRecord record, long timestamp, WatermarkOutput output) {
        clock = Math.max(clock, record.clock);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (clock > emitted) {
            emitted = clock;
            output.emitWatermark(new Watermark(emitted));
        }
    }
}
