package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Sites;

class CodeMapMetricsTest {
    @Test
    void the_job_reports_through_when_bank_holidays_are_known() {
        MetricListener metrics = new MetricListener();
        CodeMaps maps = CodeMaps.of(name -> name.equals("bank-holidays.csv")
                ? ReferenceFile.of(name, "date,name\n2024-12-25,Christmas Day\n2025-05-05,Early May\n")
                : CodeMaps.files(Sites.shipped()).apply(name));
        CodeMapMetrics.register(metrics.getMetricGroup(), maps);
        Gauge<Long> gauge = metrics.<Long>getGauge("vaiwg_bank_holidays_known_through_seconds")
                .orElseThrow();
        assertThat(Instant.ofEpochSecond(gauge.getValue())).isEqualTo("2026-01-01T00:00:00Z");
    }
}
