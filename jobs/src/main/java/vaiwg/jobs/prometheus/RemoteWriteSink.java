package vaiwg.jobs.prometheus;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.FigureOutput;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.LondonDays;

/**
 * Pushes the dashboard's values to Prometheus with their as-at timestamps. Prometheus is a view of what PostgreSQL keeps: where it
 * cannot be reached the job leaves the samples out in a bounded time, counts them, and goes on. What was acknowledged is state, so that nothing
 * at or before it is sent twice; where no Prometheus is named it is kept all the same, and a restore finds each operator that has
 * state. To be run by one subtask, which keeps samples in the order of their time.
 */
public final class RemoteWriteSink
        implements Sink<DashboardSnapshot>, SupportsWriterState<DashboardSnapshot, Map<String, Long>> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RemoteWriteSink.class);
    private static final int SAMPLES_A_REQUEST = 10_000;
    /** Within this distance to the wall clock values are shown at once. */
    private static final Duration LIVE = Duration.ofHours(36);

    /** The one that is named, if one is; an Optional cannot be sent to where the job runs. */
    private final List<HttpEndpoint> prometheus;

    private final SerializableSupplier<Catalogue> catalogue;

    /** @param prometheus for example {@code http://127.0.0.1:9090/api/v1/write}; without it nothing is sent */
    public static FigureOutput output(Optional<HttpEndpoint> prometheus) {
        return new FigureOutput(
                "remote-write-sink", "Remote write", 0, catalogue -> new RemoteWriteSink(prometheus, catalogue));
    }

    RemoteWriteSink(Optional<HttpEndpoint> prometheus, SerializableSupplier<Catalogue> catalogue) {
        this.prometheus = prometheus.stream().toList();
        this.catalogue = catalogue;
    }

    @Override
    public StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> restoreWriter(
            WriterInitContext context, Collection<Map<String, Long>> recovered) {
        Map<String, Long> acknowledged = new TreeMap<>();
        recovered.forEach(part -> part.forEach((force, asAt) -> acknowledged.merge(force, asAt, Math::max)));
        return new Writer(
                prometheus.stream().findFirst().map(Delivery::to),
                Clock.systemUTC(),
                new DashboardSamples(catalogue.get()),
                context.metricGroup(),
                acknowledged);
    }

    @Override
    public SimpleVersionedSerializer<Map<String, Long>> getWriterStateSerializer() {
        return new AcknowledgedSerializer();
    }

    /** Collects samples into requests, sends one after the other, and remembers what was acknowledged. */
    static final class Writer implements StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> {
        private final Optional<Delivery> delivery;
        private final Clock clock;
        private final DashboardSamples dashboards;
        private final Map<String, Long> acknowledged;
        private final Map<String, Long> pending = new HashMap<>();
        private final List<Sample> samples = new ArrayList<>();
        private final Counter sent;
        private final Counter alreadyThere;
        private final Counter dropped;
        private final Counter rejected;

        /** @param clock by which snapshots are of today, or ahead */
        Writer(
                Optional<Delivery> delivery,
                Clock clock,
                DashboardSamples dashboards,
                MetricGroup metrics,
                Map<String, Long> acknowledged) {
            this.delivery = delivery;
            this.clock = clock;
            this.dashboards = dashboards;
            this.acknowledged = acknowledged;
            this.sent = metrics.counter("vaiwg_remote_write_samples_total");
            this.alreadyThere = metrics.counter("vaiwg_remote_write_samples_already_there_total");
            this.dropped = metrics.counter("vaiwg_remote_write_samples_dropped_total");
            this.rejected = metrics.counter("vaiwg_remote_write_samples_rejected_total");
        }

        @Override
        public void write(DashboardSnapshot snapshot, Context context) throws InterruptedException, IOException {
            long wall = clock.millis();
            long newest = Math.max(
                    acknowledged.getOrDefault(snapshot.force, Long.MIN_VALUE),
                    pending.getOrDefault(snapshot.force, Long.MIN_VALUE));
            // A sample ahead of the wall clock would move Prometheus's window; one not after the last would be a second
            // value.
            if (delivery.isEmpty() || snapshot.asAt <= newest || snapshot.asAt > wall) {
                return;
            }
            samples.addAll(dashboards.of(snapshot));
            if (snapshot.asAt == LondonDays.startOf(LondonDays.dayOf(snapshot.asAt)) && pending.isEmpty()) {
                samples.addAll(dashboards.info(snapshot.asAt));
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
            count(delivery.orElseThrow().deliver(samples));
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

        private void count(Delivery.Outcome outcome) {
            sent.inc(outcome.taken);
            alreadyThere.inc(outcome.alreadyThere);
            rejected.inc(outcome.rejected);
            dropped.inc((long) outcome.rejected + outcome.leftOut);
            if (outcome.rejected > 0) {
                LOG.info("Prometheus rejected {} samples; they stay in PostgreSQL, the job goes on.", outcome.rejected);
            }
        }
    }
}
