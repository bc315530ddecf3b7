package vaiwg.jobs.prometheus;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.SinkWriter;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.FigureOutput;
import vaiwg.jobs.panes.NamedOutput;

/**
 * Offers the newest snapshot of each force to be scraped, from a small server in Prometheus's text format. Without timestamps: Prometheus takes
 * no old samples by scraping, and as at when a snapshot is is a metric.
 */
public final class ScrapeWriter extends Collector implements SinkWriter<DashboardSnapshot> {
    /** What it does, for the help. */
    public static final String HELP = "scrape=PORT serves those of the newest snapshot to be scraped";

    public static final NamedOutput NAMED = new NamedOutput("scrape", "9500", ScrapeWriter::output);

    private static final int HIGHEST_PORT = 65_535;

    private final DashboardSamples dashboards;
    private final Map<String, DashboardSnapshot> newest = new ConcurrentHashMap<>();
    private final HTTPServer server;

    /**
     * @param host the address to listen on, 127.0.0.1 unless the network is closed
     * @throws IllegalArgumentException in one sentence, where the text is no port
     */
    public static FigureOutput output(String host, String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw new IllegalArgumentException("'" + port + "' is not a port from 0 to " + HIGHEST_PORT + ".");
        }
        int listened = Integer.parseInt(port);
        return new FigureOutput(
                "scrape-sink",
                "Scrape",
                listened,
                catalogue -> context -> new ScrapeWriter(host, listened, new DashboardSamples(catalogue.get())));
    }

    ScrapeWriter(String host, int port, DashboardSamples dashboards) throws IOException {
        this.dashboards = dashboards;
        CollectorRegistry registry = new CollectorRegistry();
        registry.register(this);
        this.server = new HTTPServer.Builder()
                .withHostname(host)
                .withPort(port)
                .withRegistry(registry)
                .withDaemonThreads(true)
                .build();
    }

    @Override
    public void write(DashboardSnapshot snapshot, Context context) {
        newest.merge(snapshot.force, snapshot, (old, next) -> next.asAt >= old.asAt ? next : old);
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Map<String, List<MetricFamilySamples.Sample>> families = new LinkedHashMap<>();
        newest.values().stream()
                .flatMap(snapshot -> dashboards.of(snapshot).stream())
                .forEach(sample -> add(sample, families));
        if (!newest.isEmpty()) {
            dashboards.info(0).forEach(sample -> add(sample, families));
        }
        List<MetricFamilySamples> result = new ArrayList<>();
        families.forEach((name, samples) -> result.add(new MetricFamilySamples(
                name, Type.GAUGE, "The newest snapshot; see the measures' dictionary.", samples)));
        return result;
    }

    private static void add(Sample sample, Map<String, List<MetricFamilySamples.Sample>> families) {
        String name = sample.labels().get(Sample.NAME);
        List<String> names = new ArrayList<>(sample.labels().keySet());
        names.remove(Sample.NAME);
        List<String> values = names.stream().map(sample.labels()::get).toList();
        families.computeIfAbsent(name, n -> new ArrayList<>())
                .add(new MetricFamilySamples.Sample(name, names, values, sample.value()));
    }

    /** Where it listens; for a port of 0 one that was free. */
    int port() {
        return server.getPort();
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
