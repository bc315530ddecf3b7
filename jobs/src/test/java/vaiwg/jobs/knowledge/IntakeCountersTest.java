package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.EventStream;

class IntakeCountersTest {
    private final Map<String, Counter> counters = new HashMap<>();

    @Test
    void events_are_counted_by_stream_but_for_conduct_which_is_not_in_their_sum_either() {
        IntakeCounters counted = new IntakeCounters(new Group(""));
        for (EventStream stream : EventStream.values()) {
            counted.admitted(stream.ordinal(), 0);
        }
        assertThat(counters.get("/vaiwg_events_accepted_total").getCount()).isEqualTo(EventStream.values().length - 1);
        assertThat(counters.entrySet().stream()
                        .filter(counter -> counter.getKey().endsWith("/vaiwg_events_total"))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, counter -> counter.getValue().getCount())))
                .isEqualTo(Stream.of(EventStream.values())
                        .filter(stream -> stream != EventStream.CONDUCT)
                        .collect(Collectors.toMap(
                                stream -> "stream=" + stream.slug() + "/vaiwg_events_total", stream -> 1L)));
    }

    private final class Group extends UnregisteredMetricsGroup {
        private final String labels;

        Group(String labels) {
            this.labels = labels;
        }

        @Override
        public Counter counter(String name) {
            return counters.computeIfAbsent(labels + "/" + name, made -> new SimpleCounter());
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Group(key + "=" + value);
        }
    }
}
