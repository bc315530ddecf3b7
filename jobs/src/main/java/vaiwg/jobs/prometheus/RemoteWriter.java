package vaiwg.jobs.prometheus;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.panes.BoardSnapshot;
import vaiwg.kpis.time.LondonDays;

/** Collects samples into requests, sends one after the other, and remembers what was acknowledged. */
final class RemoteWriter implements StatefulSinkWriter<BoardSnapshot, Map<String, Long>> {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteWriter.class);
    private static final int SAMPLES_A_REQUEST = 10_000;
    /** How long a request is tried before it is left out: an hour of outage must not hold the figures of the board. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Within this distance to the wall clock values are shown at once. */
    private static final Duration LIVE = Duration.ofHours(36);

    private final RemoteWriteClient client;
    private final BoardSamples boards;
    private final Map<String, Long> acknowledged;
    private final Map<String, Long> pending = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Counter sent;
    private final Counter alreadyThere;
    private final Counter dropped;

    RemoteWriter(RemoteWriteClient client, BoardSamples boards, MetricGroup metrics, Map<String, Long> acknowledged) {
        this.client = client;
        this.boards = boards;
        this.acknowledged = acknowledged;
        this.sent = metrics.counter("vaiwg_remote_write_samples_total");
        this.alreadyThere = metrics.counter("vaiwg_remote_write_samples_already_there_total");
        this.dropped = metrics.counter("vaiwg_remote_write_samples_dropped_total");
    }

    @Override
    public void write(BoardSnapshot snapshot, Context context) throws InterruptedException, IOException {
        long wall = System.currentTimeMillis();
        long newest = Math.max(
                acknowledged.getOrDefault(snapshot.force, Long.MIN_VALUE),
                pending.getOrDefault(snapshot.force, Long.MIN_VALUE));
        // A sample ahead of the wall clock would move Prometheus's window; one not after the last would be a second
        // value.
        if (snapshot.asAt <= newest || snapshot.asAt > wall) {
            return;
        }
        samples.addAll(boards.of(snapshot));
        if (snapshot.asAt == LondonDays.startOf(LondonDays.dayOf(snapshot.asAt)) && pending.isEmpty()) {
            samples.addAll(boards.info(snapshot.asAt));
        }
        pending.put(snapshot.force, snapshot.asAt);
        if (samples.size() >= SAMPLES_A_REQUEST || wall - snapshot.asAt < LIVE.toMillis()) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws InterruptedException, IOException {
        if (samples.isEmpty()) {
            return;
        }
        count(send(WriteRequest.encode(samples)));
        acknowledged.putAll(pending);
        pending.clear();
        samples.clear();
    }

    @Override
    public List<Map<String, Long>> snapshotState(long checkpointId) {
        return List.of(new TreeMap<>(acknowledged));
    }

    @Override
    public void close() {
        // The client holds no connection that must be given back.
    }

    private RemoteWriteClient.Answer send(byte[] body) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE.toMillis();
        RemoteWriteClient.Answer answer = client.send(body);
        while (answer == RemoteWriteClient.Answer.RETRY && System.nanoTime() < deadline) {
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
            answer = client.send(body);
        }
        return answer;
    }

    private void count(RemoteWriteClient.Answer answer) {
        switch (answer) {
            case ACCEPTED -> sent.inc(samples.size());
            case ALREADY_THERE -> alreadyThere.inc(samples.size());
            case RETRY, REFUSED -> {
                dropped.inc(samples.size());
                LOG.warn(
                        "Prometheus did not take {} samples ({}); they stay in PostgreSQL, the job goes on.",
                        samples.size(),
                        answer);
            }
        }
    }
}
