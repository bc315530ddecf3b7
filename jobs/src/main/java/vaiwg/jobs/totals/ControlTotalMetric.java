package vaiwg.jobs.totals;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.schemas.EventStream;

/** How many records the total with the most missing, and that with the most too many, differ by. Of a restricted stream nothing is told. */
final class ControlTotalMetric {
    private final MetricGroup group;
    private final Map<Feed, Difference> newest = new ConcurrentHashMap<>();

    private record Feed(String force, EventStream stream) {}

    /** The greatest difference of any total that is told of, either way. */
    record Difference(long missing, long surplus) {
        /** As at an instant, epoch milliseconds. */
        static Difference of(Iterable<ComparedTotal> totals, long instant) {
            long missing = 0;
            long surplus = 0;
            for (ComparedTotal total : totals) {
                if (total.stated.to + StatedTotal.TOLD > instant) {
                    missing = Math.max(missing, total.missing());
                    surplus = Math.max(surplus, -total.missing());
                }
            }
            return new Difference(missing, surplus);
        }
    }

    ControlTotalMetric(MetricGroup group) {
        this.group = group;
    }

    /** Whether all is shown that ever is before a total is compared again. */
    boolean knows(String force, EventStream stream) {
        return stream.isRestricted() || newest.containsKey(new Feed(force, stream));
    }

    void show(String force, EventStream stream, Difference difference) {
        Feed feed = new Feed(force, stream);
        if (stream.isRestricted() || newest.put(feed, difference) != null) {
            return;
        }
        MetricGroup ofFeed = group.addGroup("force", force).addGroup("stream", stream.slug());
        Gauge<Long> missing = () -> newest.get(feed).missing();
        Gauge<Long> surplus = () -> newest.get(feed).surplus();
        ofFeed.gauge("vaiwg_control_total_missing_records", missing);
        ofFeed.gauge("vaiwg_control_total_surplus_records", surplus);
    }
}
