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
import vaiwg.jobs.panes.BoardSnapshot;

/** Keeps the newest snapshot of each force, and a small server that hands it out in Prometheus's text format. */
final class ScrapeWriter extends Collector implements SinkWriter<BoardSnapshot> {
    private static final String NAME = "__name__";

    private final BoardSamples boards;
    private final Map<String, BoardSnapshot> newest = new ConcurrentHashMap<>();
    private final HTTPServer server;

    ScrapeWriter(String host, int port, BoardSamples boards) throws IOException {
        this.boards = boards;
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
    public void write(BoardSnapshot snapshot, Context context) {
        newest.merge(snapshot.force, snapshot, (old, next) -> next.asAt >= old.asAt ? next : old);
    }

    @Override
    public void flush(boolean endOfInput) {
        // Nothing is held back.
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Map<String, List<MetricFamilySamples.Sample>> families = new LinkedHashMap<>();
        newest.values().stream()
                .flatMap(snapshot -> boards.of(snapshot).stream())
                .forEach(sample -> add(sample, families));
        if (!newest.isEmpty()) {
            boards.info(0).forEach(sample -> add(sample, families));
        }
        List<MetricFamilySamples> result = new ArrayList<>();
        families.forEach((name, samples) -> result.add(new MetricFamilySamples(
                name, Type.GAUGE, "The newest snapshot; see the measures' dictionary.", samples)));
        return result;
    }

    /** Without the as-at timestamp: Prometheus takes no old samples by scraping; the metric of that name tells it. */
    private static void add(Sample sample, Map<String, List<MetricFamilySamples.Sample>> families) {
        String name = sample.labels().get(NAME);
        List<String> names = new ArrayList<>(sample.labels().keySet());
        names.remove(NAME);
        List<String> values = names.stream().map(sample.labels()::get).toList();
        families.computeIfAbsent(name, n -> new ArrayList<>())
                .add(new MetricFamilySamples.Sample(name, names, values, sample.value()));
    }
}
