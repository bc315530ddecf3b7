package vaiwg.jobs.prometheus;

import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.http.HttpCaller;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.panes.DashboardSnapshot;

/** Pushes all forces' newest snapshots as one group, which takes the place of the last; every few seconds at most. */
final class PushWriter implements SinkWriter<DashboardSnapshot> {
    private static final Logger LOG = LoggerFactory.getLogger(PushWriter.class);
    private static final String GROUP = "/metrics/job/vaiwg";
    private static final long PAUSE_MILLIS = 15_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 4_096;

    private final URI group;
    private final HttpCaller caller;
    private final NewestSnapshots newest;
    private final Counter missed;
    private final Clock clock;
    private long pushedAt;
    private boolean changed;

    PushWriter(HttpEndpoint gateway, NewestSnapshots newest, Counter missed, Clock clock) {
        this.group = gateway.page(GROUP);
        this.caller = new HttpCaller(gateway, PATIENCE, LARGEST_ANSWER);
        this.newest = newest;
        this.missed = missed;
        this.clock = clock;
        this.pushedAt = clock.millis() - PAUSE_MILLIS;
    }

    @Override
    public void write(DashboardSnapshot snapshot, Context context) throws InterruptedException {
        newest.put(snapshot);
        changed = true;
        if (clock.millis() - pushedAt >= PAUSE_MILLIS) {
            push();
        }
    }

    /** At each checkpoint, and at the end: the last of several snapshots may wait. */
    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        if (changed) {
            push();
        }
    }

    @Override
    public void close() {
        // What was pushed stays at the gateway: it is the newest that is known.
    }

    private void push() throws InterruptedException {
        pushedAt = clock.millis();
        try {
            StringWriter text = new StringWriter();
            TextFormat.write004(text, Collections.enumeration(newest.collect()));
            HttpRequest request = caller.request(group)
                    .header("Content-Type", TextFormat.CONTENT_TYPE_004)
                    .PUT(HttpRequest.BodyPublishers.ofString(text.toString()))
                    .build();
            int status = caller.call(request).status();
            if (status / 100 == 2) {
                changed = false;
            } else {
                miss("it answered " + status, null);
            }
        } catch (IllegalArgumentException e) {
            miss(e.getMessage(), null);
        } catch (IOException e) {
            miss("it does not answer", e);
        }
    }

    /** The figures are in PostgreSQL; the next push brings the newest. */
    private void miss(String why, IOException cause) {
        missed.inc();
        LOG.warn("The Pushgateway did not take the newest snapshot, {}; the next one is tried.", why, cause);
    }
}
