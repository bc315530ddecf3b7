package vaiwg.jobs.knowledge;

import java.time.Duration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.records.DecodedRecord;

/**
 * Progress records that are dated ahead of their own Kafka timestamp, and so are not believed: how many since the task began, and by how
 * much the farthest lies ahead. The first is told in the log; a heartbeat would repeat it all day.
 */
final class ProgressAhead {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressAhead.class);

    private final Counter ignored;
    private long largestLead;

    ProgressAhead(MetricGroup group) {
        ignored = group.counter("vaiwg_progress_ignored_total");
        group.gauge(
                "vaiwg_progress_ahead_seconds",
                () -> Duration.ofMillis(largestLead).toSeconds());
    }

    void take(DecodedRecord progress) {
        long lead = progress.changedAt - progress.timestamp;
        if (ignored.getCount() == 0) {
            LOG.warn(
                    "A progress record in {}, partition {}, lies {} seconds ahead of the time at which it reached the topic, and is not "
                            + "believed, like all that are more than five minutes ahead: correct the clock of the machine that writes it.",
                    progress.topic,
                    progress.partition,
                    Duration.ofMillis(lead).toSeconds());
        }
        ignored.inc();
        largestLead = Math.max(largestLead, lead);
    }
}
