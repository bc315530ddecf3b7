package vaiwg.jobs.knowledge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import vaiwg.schemas.EventStream;

/**
 * Through when each stream is complete, in seconds, so that one that holds back the watermark is seen while it does. A restricted stream has no
 * such metric: it would tell when a matter changed.
 */
final class FeedMetric {
    private final MetricGroup group;
    private final Map<EventStream, Long> newest = new ConcurrentHashMap<>();

    FeedMetric(MetricGroup group) {
        this.group = group;
    }

    /** @param clock epoch milliseconds */
    void show(EventStream stream, long clock) {
        if (!stream.isRestricted() && newest.put(stream, clock) == null) {
            Gauge<Long> seconds = () -> newest.get(stream) / 1000;
            group.addGroup("stream", stream.slug()).gauge("vaiwg_feed_complete_through_seconds", seconds);
        }
    }
}
