package vaiwg.jobs.prometheus;

import io.prometheus.client.exporter.PushGateway;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.panes.BoardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Leaves the newest snapshot at a Pushgateway, for sites whose Prometheus takes no remote write. The last value only: there is no
 * history, and a sample carries the time of the scrape. To be run by one subtask.
 */
public final class PushgatewaySink implements Sink<BoardSnapshot> {
    private static final long serialVersionUID = 1L;

    private final URI uri;
    private final SerializableSupplier<Catalogue> catalogue;

    /** @param uri for example {@code http://127.0.0.1:9091} */
    public PushgatewaySink(URI uri, SerializableSupplier<Catalogue> catalogue) {
        this.uri = uri;
        this.catalogue = catalogue;
    }

    @Override
    public SinkWriter<BoardSnapshot> createWriter(WriterInitContext context) throws IOException {
        return new PushWriter(
                new PushGateway(uri.toURL()),
                new NewestSnapshots(new BoardSamples(catalogue.get())),
                context.metricGroup().counter("vaiwg_pushes_missed_total"),
                Clock.systemUTC());
    }
}
