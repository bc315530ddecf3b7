package vaiwg.jobs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class StreamClockTest {
    private static final int PARTITIONS = 2;

    @Test
    void a_stream_is_complete_as_far_as_its_slowest_partition_also_where_that_falls_back() throws Exception {
        try (var feeds = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new StreamClock(PARTITIONS)), clock -> clock.stream, Types.BYTE)) {
            feeds.open();
            feeds.processElement(clock(0, 500), 0);
            assertThat(feeds.extractOutputValues())
                    .as("the other partition is not known")
                    .isEmpty();
            feeds.processElement(clock(1, 300), 0);
            feeds.processElement(clock(0, 600), 0);
            feeds.processElement(clock(1, 400), 0);
            feeds.processElement(clock(1, 100), 0);
            assertThat(feeds.extractOutputValues())
                    .extracting(clock -> clock.clock)
                    .containsExactly(300L, 400L, 100L);
        }
    }

    private static FeedClock clock(int partition, long at) {
        FeedClock clock = new FeedClock();
        clock.stream = 1;
        clock.partition = partition;
        clock.clock = at;
        return clock;
    }
}
