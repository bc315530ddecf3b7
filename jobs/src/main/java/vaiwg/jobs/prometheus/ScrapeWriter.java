package vaiwg.jobs.prometheus;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.SinkWriter;
import vaiwg.jobs.panes.DashboardSnapshot;

/** A small server that hands out the newest snapshot of each force in Prometheus's text format. */
final class ScrapeWriter implements SinkWriter<DashboardSnapshot> {
    private final NewestSnapshots newest;
    private final HTTPServer server;

    ScrapeWriter(String host, int port, DashboardSamples dashboards) throws IOException {
        this.newest = new NewestSnapshots(dashboards);
        CollectorRegistry registry = new CollectorRegistry();
        registry.register(newest);
        this.server = new HTTPServer.Builder()
                .withHostname(host)
                .withPort(port)
                .withRegistry(registry)
                .withDaemonThreads(true)
                .build();
    }

    @Override
    public void write(DashboardSnapshot snapshot, Context context) {
        newest.put(snapshot);
    }

    @Override
    public void flush(boolean endOfInput) {
        // Nothing is held back.
    }

    @Override
    public void close() {
        server.close();
    }
}
