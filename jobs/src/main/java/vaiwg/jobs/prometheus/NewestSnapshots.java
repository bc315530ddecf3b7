package vaiwg.jobs.prometheus;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vaiwg.jobs.panes.DashboardSnapshot;

/** The newest snapshot of each force as Prometheus's client library hands it out: without history and without timestamps. */
final class NewestSnapshots extends Collector {
    private static final String NAME = "__name__";

    private final DashboardSamples dashboards;
    private final Map<String, DashboardSnapshot> newest = new ConcurrentHashMap<>();

    NewestSnapshots(DashboardSamples dashboards) {
        this.dashboards = dashboards;
    }

    void put(DashboardSnapshot snapshot) {
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
