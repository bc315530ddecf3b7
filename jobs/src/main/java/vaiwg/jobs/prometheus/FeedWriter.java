package vaiwg.jobs.prometheus;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.admission.FeedClock;
import vaiwg.schemas.EventStream;

/** Keeps the newest clock of each stream and sends them together, every few seconds at most: a replay moves them all the time. */
final class FeedWriter implements SinkWriter<FeedClock> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedWriter.class);
    private static final long PAUSE_MILLIS = 15_000;
    private static final double MILLIS = 1_000.0;
    /** A topic's clock is that of all forces in it. */
    private static final String ALL = "all";

    private final RemoteWriteClient client;
    private final Clock clock;
    private final Map<Byte, Long> newest = new TreeMap<>();
    private long sentAt = Long.MIN_VALUE / 2;
    private boolean changed;

    FeedWriter(RemoteWriteClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public void write(FeedClock feed, Context context) throws IOException, InterruptedException {
        newest.put(feed.stream, feed.clock);
        changed = true;
        sendWhenDue();
    }

    /** Called at each checkpoint too, when the last of several changes may wait. */
    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        sendWhenDue();
    }

    @Override
    public void close() {
        // The client holds no connection that must be given back.
    }

    private void sendWhenDue() throws IOException, InterruptedException {
        long now = clock.millis();
        if (!changed || now - sentAt < PAUSE_MILLIS) {
            return;
        }
        List<Sample> samples = newest.entrySet().stream()
                .map(feed -> new Sample(labels(feed.getKey()), feed.getValue() / MILLIS, now))
                .toList();
        if (client.send(WriteRequest.encode(samples)) != RemoteWriteClient.Answer.ACCEPTED) {
            LOG.warn(
                    "Prometheus did not take how far the streams are complete; it is told again with the next change.");
        }
        sentAt = now;
        changed = false;
    }

    private static SortedMap<String, String> labels(byte stream) {
        return new TreeMap<>(
                Map.of("__name__", MetricNames.FEED, "force", ALL, "stream", EventStream.values()[stream].slug()));
    }
}
