package vaiwg.jobs;

import java.util.function.LongConsumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Hands on the watermarks of a partition, which is never called idle. */
public class NeverIdle implements WatermarkOutput {
    private final LongConsumer passed;

    public NeverIdle(LongConsumer passed) {
        this.passed = passed;
    }

    /** Where none is expected: the job takes them from arrivals. */
    public NeverIdle() {
        this(watermark -> {
            throw new AssertionError("watermarks come from arrivals");
        });
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        passed.accept(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
        throw new AssertionError("a partition is never idle");
    }

    @Override
    public void markActive() {
        throw new AssertionError("a partition is never idle, and so never active again");
    }
}
