package vaiwg.jobs.knowledge;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the clocks of all partitions, and writes into the log what holds the watermark back. To be run once. */
public final class WatermarkWatch implements SinkWriter<FeedClock> {
    private static final Logger LOG = LoggerFactory.getLogger(WatermarkWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final HeldWatermark watermark;
    private final ProcessingTimeService time;
    private final Consumer<String> log;
    /** Milliseconds, as many as all looks took: whoever sets the clock does not move it. */
    private long passed;

    /** @param partitions how many partitions each stream's topic has */
    public static Sink<FeedClock> sink(String topicPrefix, int partitions) {
        return context -> new WatermarkWatch(
                new HeldWatermark(topicPrefix, partitions), context.getProcessingTimeService(), LOG::warn);
    }

    WatermarkWatch(HeldWatermark watermark, ProcessingTimeService time, Consumer<String> log) {
        this.watermark = watermark;
        this.time = time;
        this.log = log;
        schedule();
    }

    @Override
    public void write(FeedClock clock, Context context) {
        watermark.take(clock);
    }

    private void schedule() {
        time.registerTimer(time.getCurrentProcessingTime() + LOOK_EVERY.toMillis(), then -> {
            passed += LOOK_EVERY.toMillis();
            watermark.look(passed).ifPresent(log);
            // Since the timer was registered the clock may have been set.
            watermark.lookAhead(time.getCurrentProcessingTime()).ifPresent(log);
            schedule();
        });
    }

    @Override
    public void flush(boolean endOfInput) {
        // Nothing waits to be written.
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
