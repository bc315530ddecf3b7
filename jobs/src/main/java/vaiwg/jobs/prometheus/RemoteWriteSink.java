package vaiwg.jobs.prometheus;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Pushes the dashboard's values to Prometheus with their as-at timestamps. Prometheus is a view of what PostgreSQL keeps: where it
 * cannot be reached the job leaves the samples out in a bounded time, counts them, and goes on. What was acknowledged is state, so that nothing
 * at or before it is sent twice. To be run by one subtask, which keeps samples in the order of their time.
 */
public final class RemoteWriteSink
        implements Sink<DashboardSnapshot>, SupportsWriterState<DashboardSnapshot, Map<String, Long>> {
    private static final long serialVersionUID = 1L;

    private final HttpEndpoint prometheus;
    private final SerializableSupplier<Catalogue> catalogue;

    /** @param prometheus for example {@code http://127.0.0.1:9090/api/v1/write} */
    public RemoteWriteSink(HttpEndpoint prometheus, SerializableSupplier<Catalogue> catalogue) {
        this.prometheus = prometheus;
        this.catalogue = catalogue;
    }

    @Override
    public StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> createWriter(WriterInitContext context) {
        return writer(context, new TreeMap<>());
    }

    @Override
    public StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> restoreWriter(
            WriterInitContext context, Collection<Map<String, Long>> recovered) {
        Map<String, Long> acknowledged = new TreeMap<>();
        recovered.forEach(numerator -> numerator.forEach((force, asAt) -> acknowledged.merge(force, asAt, Math::max)));
        return writer(context, acknowledged);
    }

    @Override
    public SimpleVersionedSerializer<Map<String, Long>> getWriterStateSerializer() {
        return new AcknowledgedSerializer();
    }

    private RemoteWriter writer(WriterInitContext context, Map<String, Long> acknowledged) {
        return new RemoteWriter(
                Delivery.to(prometheus),
                Clock.systemUTC(),
                new DashboardSamples(catalogue.get()),
                context.metricGroup(),
                acknowledged);
    }
}
