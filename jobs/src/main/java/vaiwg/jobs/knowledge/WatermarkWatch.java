package vaiwg.jobs.knowledge;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the clocks of all partitions, and writes into the log what holds the watermark back. To be run once. */
public final class WatermarkWatch implements Sink<FeedClock> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WatermarkWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final String topicPrefix;
    private final int partitions;

    /** @param partitions how many partitions each stream's topic has */
    public WatermarkWatch(String topicPrefix, int partitions) {
        this.topicPrefix = topicPrefix;
        this.partitions = partitions;
    }

    @Override
    public SinkWriter<FeedClock> createWriter(WriterInitContext context) {
        return new Writer(new HeldWatermark(topicPrefix, partitions), context.getProcessingTimeService(), LOG::warn);
    }

    static final class Writer implements SinkWriter<FeedClock> {
        private final HeldWatermark watermark;
        private final ProcessingTimeService time;
        private final Consumer<String> log;

        Writer(HeldWatermark watermark, ProcessingTimeService time, Consumer<String> log) {
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
            time.registerTimer(time.getCurrentProcessingTime() + LOOK_EVERY.toMillis(), now -> {
                watermark.look(now).ifPresent(log);
                watermark.lookAhead(now).ifPresent(log);
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
}
