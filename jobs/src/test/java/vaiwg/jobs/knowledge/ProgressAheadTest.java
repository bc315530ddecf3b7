package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.records.DecodedRecord;

class ProgressAheadTest {
    private static final long MINUTE = 60_000L;

    @Test
    void what_is_not_believed_is_counted_with_the_largest_lead() {
        MetricListener metrics = new MetricListener();
        ProgressAhead ahead = new ProgressAhead(metrics.getMetricGroup());
        assertThat(ignored(metrics)).isZero();
        assertThat(lead(metrics)).isZero();
        for (int minutes : new int[] {40, 90, 60}) {
            DecodedRecord progress = new DecodedRecord();
            progress.timestamp = 1_780_000_000_000L;
            progress.changedAt = progress.timestamp + minutes * MINUTE;
            ahead.take(progress);
        }
        assertThat(ignored(metrics)).isEqualTo(3);
        assertThat(lead(metrics)).isEqualTo(90 * 60);
    }

    private static long ignored(MetricListener metrics) {
        return metrics.getCounter("vaiwg_progress_ignored_total").orElseThrow().getCount();
    }

    private static long lead(MetricListener metrics) {
        return metrics.<Long>getGauge("vaiwg_progress_ahead_seconds")
                .orElseThrow()
                .getValue();
    }
}
