package vaiwg.jobs.prometheus;

import java.time.Clock;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Leaves the newest snapshot at a Pushgateway, for sites whose Prometheus takes no remote write. The last value only: there is no
 * history, and a sample carries the time of the scrape. To be run by one subtask.
 */
public final class PushgatewaySink implements Sink<DashboardSnapshot> {
    private static final long serialVersionUID = 1L;

    private final HttpEndpoint gateway;
    private final SerializableSupplier<Catalogue> catalogue;

    /** @param gateway for example at {@code http://127.0.0.1:9091} */
    public PushgatewaySink(HttpEndpoint gateway, SerializableSupplier<Catalogue> catalogue) {
        this.gateway = gateway;
        this.catalogue = catalogue;
    }

    @Override
    public SinkWriter<DashboardSnapshot> createWriter(WriterInitContext context) {
        return new PushWriter(
                gateway,
                new NewestSnapshots(new DashboardSamples(catalogue.get())),
                context.metricGroup().counter("vaiwg_pushes_missed_total"),
                Clock.systemUTC());
    }
}
