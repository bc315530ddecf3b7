package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.knowledge.FeedClock;

class NewestFeedsTest {
    private final ManualTime time = new ManualTime();
    private final List<String> heard = new ArrayList<>();

    @Test
    void the_newest_clock_of_each_stream_goes_on_soon() throws Exception {
        SinkWriter<FeedClock> writer = writer();
        writer.write(clock(1, 10), null);
        writer.write(clock(0, 20), null);
        writer.write(clock(1, 30), null);
        assertThat(heard).isEmpty();
        time.turnBy(500);
        assertThat(heard).containsExactly("0 at 20", "1 at 30");
        time.turnBy(500);
        assertThat(heard).hasSize(2);
    }

    @Test
    void before_a_checkpoint_all_is_handed_on_and_written() throws Exception {
        SinkWriter<FeedClock> writer = writer();
        writer.write(clock(1, 10), null);
        writer.flush(false);
        assertThat(heard).containsExactly("1 at 10", "flush");
    }

    private SinkWriter<FeedClock> writer() throws Exception {
        return NewestFeeds.sink(context -> new SinkWriter<>() {
                    @Override
                    public void write(FeedClock clock, Context at) {
                        heard.add(clock.stream + " at " + clock.clock);
                    }

                    @Override
                    public void flush(boolean endOfInput) {
                        heard.add("flush");
                    }

                    @Override
                    public void close() {}
                })
                .createWriter(context());
    }

    /** Of all that a writer may ask, the time is asked for here. */
    private WriterInitContext context() {
        return (WriterInitContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WriterInitContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getProcessingTimeService");
                    return time;
                });
    }

    private static FeedClock clock(int stream, long at) {
        FeedClock clock = new FeedClock();
        clock.stream = (byte) stream;
        clock.clock = at;
        return clock;
    }
}
