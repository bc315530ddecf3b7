package vaiwg.jobs.knowledge;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import vaiwg.schemas.EventStream;

/** What could not be used, by stream and reason; also of a restricted stream: it is in no figure, so it must be seen. */
public final class DeadLetterCounters {
    private final MetricGroup group;
    private final Map<Kind, Counter> counters = new HashMap<>();

    private record Kind(EventStream stream, String reason) {}

    public DeadLetterCounters(MetricGroup group) {
        this.group = group;
    }

    public void count(EventStream stream, String reason) {
        counters.computeIfAbsent(
                        new Kind(stream, reason),
                        kind -> group.addGroup("stream", stream.slug())
                                .addGroup("reason", reason)
                                .counter("vaiwg_dead_letters_total"))
                .inc();
    }
}
