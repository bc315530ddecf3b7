package vaiwg.jobs.panes;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;

/** What the job reports of the code maps that it counts with. */
final class CodeMapMetrics {
    private CodeMapMetrics() {}

    /** The end of the last day for which bank holidays are known, in seconds: nothing that is due later has a deadline. */
    static void register(MetricGroup metrics, CodeMaps maps) {
        int end = Math.toIntExact(maps.workingDays().knownThrough().toEpochDay()) + 1;
        Gauge<Long> knownThrough = () -> LondonDays.startOf(end) / 1000;
        metrics.gauge("vaiwg_bank_holidays_known_through_seconds", knownThrough);
    }
}
