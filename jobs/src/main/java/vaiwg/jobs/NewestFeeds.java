package vaiwg.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import vaiwg.jobs.knowledge.FeedClock;

/**
 * Hands on the newest clock of each stream, soon and before a checkpoint: a replay moves the clocks hundreds of thousands of times,
 * and where they were in between nobody asks.
 */
final class NewestFeeds implements SinkWriter<FeedClock> {
    private static final Duration SOON = Duration.ofMillis(500);

    private final SinkWriter<FeedClock> writer;
    private final ProcessingTimeService time;
    private final Map<Byte, FeedClock> newest = new TreeMap<>();
    private Context context;

    static Sink<FeedClock> sink(Sink<FeedClock> to) {
        return context -> new NewestFeeds(to.createWriter(context), context.getProcessingTimeService());
    }

    private NewestFeeds(SinkWriter<FeedClock> writer, ProcessingTimeService time) {
        this.writer = writer;
        this.time = time;
        schedule();
    }

    @Override
    public void write(FeedClock clock, Context at) {
        newest.put(clock.stream, clock);
        context = at;
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        handOn();
        writer.flush(endOfInput);
    }

    @Override
    public void close() throws Exception {
        writer.close();
    }

    private void handOn() throws IOException, InterruptedException {
        for (FeedClock clock : newest.values()) {
            writer.write(clock, context);
        }
        newest.clear();
    }

    private void schedule() {
        time.registerTimer(time.getCurrentProcessingTime() + SOON.toMillis(), now -> {
            handOn();
            schedule();
        });
    }
}
