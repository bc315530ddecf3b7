package vaiwg.jobs.prometheus;

import io.prometheus.client.exporter.PushGateway;
import java.io.IOException;
import java.time.Clock;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.panes.BoardSnapshot;

/** Pushes all forces' newest snapshots as one group, which takes the place of the last; every few seconds at most. */
final class PushWriter implements SinkWriter<BoardSnapshot> {
    private static final Logger LOG = LoggerFactory.getLogger(PushWriter.class);
    private static final String JOB = "vaiwg";
    private static final long PAUSE_MILLIS = 15_000;

    private final PushGateway gateway;
    private final NewestSnapshots newest;
    private final Counter missed;
    private final Clock clock;
    private long pushedAt;
    private boolean changed;

    PushWriter(PushGateway gateway, NewestSnapshots newest, Counter missed, Clock clock) {
        this.gateway = gateway;
        this.newest = newest;
        this.missed = missed;
        this.clock = clock;
        this.pushedAt = clock.millis() - PAUSE_MILLIS;
    }

    @Override
    public void write(BoardSnapshot snapshot, Context context) {
        newest.put(snapshot);
        changed = true;
        if (clock.millis() - pushedAt >= PAUSE_MILLIS) {
            push();
        }
    }

    /** At each checkpoint, and at the end: the last of several snapshots may wait. */
    @Override
    public void flush(boolean endOfInput) {
        if (changed) {
            push();
        }
    }

    @Override
    public void close() {
        // What was pushed stays at the gateway: it is the newest that is known.
    }

    private void push() {
        pushedAt = clock.millis();
        try {
            gateway.push(newest, JOB);
            changed = false;
        } catch (IOException e) {
            // The figures are in PostgreSQL; the next push brings the newest.
            missed.inc();
            LOG.warn("The Pushgateway did not take the newest snapshot; the next one is tried.", e);
        }
    }
}
