package vaiwg.jobs.admission;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What became of the records that were read. */
final class AdmissionCounters {
    private final MetricGroup group;
    private final Counter admitted;
    private final Counter late;
    private final Map<String, Counter> refused = new HashMap<>();

    AdmissionCounters(MetricGroup group) {
        this.group = group;
        this.admitted = group.counter("vaiwg_events_admitted_total");
        this.late = group.counter("vaiwg_events_late_total");
    }

    void admitted() {
        admitted.inc();
    }

    void late() {
        late.inc();
    }

    void refused(String reason) {
        refused.computeIfAbsent(reason, slug -> group.addGroup("reason", slug).counter("vaiwg_dead_letters_total"))
                .inc();
    }
}
