package vaiwg.jobs;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** The counters that are made in a group of metrics, by name, and in a group within it by {@code key=value/name}. */
public final class CountedMetrics {
    private final Map<String, Counter> counters = new HashMap<>();

    public MetricGroup group() {
        return new Group("");
    }

    public long of(String name) {
        return counters.get(name).getCount();
    }

    /** Those whose name ends so. */
    public Map<String, Long> endingIn(String end) {
        return counters.entrySet().stream()
                .filter(counter -> counter.getKey().endsWith(end))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, counter -> counter.getValue().getCount()));
    }

    private final class Group extends UnregisteredMetricsGroup {
        private final String before;

        Group(String before) {
            this.before = before;
        }

        @Override
        public Counter counter(String name) {
            return counters.computeIfAbsent(before + name, made -> new SimpleCounter());
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Group(before + key + "=" + value + "/");
        }
    }
}
