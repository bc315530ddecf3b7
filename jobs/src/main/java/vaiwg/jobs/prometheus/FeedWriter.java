package vaiwg.jobs.prometheus;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.SinkWriter;
import vaiwg.jobs.knowledge.FeedClock;
import vaiwg.schemas.EventStream;

/** Keeps the newest clock of each stream and sends them together, every few seconds and at each checkpoint: a replay moves them all the time. */
final class FeedWriter implements SinkWriter<FeedClock> {
    private static final long PAUSE_MILLIS = 15_000;
    private static final double MILLIS = 1_000.0;
    /** A topic's clock is that of all forces in it. */
    private static final String ALL = "all";

    private final Delivery delivery;
    private final Clock clock;
    private final Map<Byte, Long> newest = new TreeMap<>();
    private long sentAt = Long.MIN_VALUE / 2;
    private boolean changed;

    FeedWriter(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public void write(FeedClock feed, Context context) throws IOException, InterruptedException {
        if (EventStream.values()[feed.stream].isRestricted()) {
            return;
        }
        newest.put(feed.stream, feed.clock);
        changed = true;
        if (clock.millis() - sentAt >= PAUSE_MILLIS) {
            send();
        }
    }

    /** At each checkpoint what waits is sent at once: it may be the last, and how far a stream came would stay what it was in the pause before. */
    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (changed) {
            send();
        }
    }

    @Override
    public void close() {
        // The client holds no connection that must be given back.
    }

    private void send() throws IOException, InterruptedException {
        long now = clock.millis();
        List<Sample> samples = newest.entrySet().stream()
                .map(feed -> new Sample(labels(feed.getKey()), feed.getValue() / MILLIS, now))
                .toList();
        // What is left out or rejected is logged where it happens, and sent again with the next change.
        delivery.deliver(samples);
        sentAt = now;
        changed = false;
    }

    private static SortedMap<String, String> labels(byte stream) {
        return new TreeMap<>(
                Map.of("__name__", MetricNames.FEED, "force", ALL, "stream", EventStream.values()[stream].slug()));
    }
}
