package vaiwg.jobs.knowledge;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import vaiwg.schemas.EventStream;

/** From the clocks of a stream's partitions to the stream's: it is complete as far as the slowest of them. */
public final class StreamClock extends KeyedProcessFunction<Byte, FeedClock, FeedClock> {
    private static final long serialVersionUID = 1L;

    private final int partitions;
    private transient MapState<Integer, Long> clocks;
    private transient FeedMetric metric;

    /** @param partitions how many partitions each stream's topic has */
    public StreamClock(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void open(OpenContext context) {
        clocks = getRuntimeContext().getMapState(new MapStateDescriptor<>("clocks", Types.INT, Types.LONG));
        metric = new FeedMetric(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(FeedClock clock, Context context, Collector<FeedClock> out) throws Exception {
        long before = slowest();
        clocks.put(clock.partition, clock.clock);
        long now = slowest();
        if (now == Long.MIN_VALUE) {
            return;
        }
        // Also where nothing has changed: after a restart it is the first that is heard.
        metric.show(EventStream.values()[clock.stream], now);
        if (now != before) {
            FeedClock stream = new FeedClock();
            stream.stream = clock.stream;
            stream.partition = clock.partition;
            stream.clock = now;
            out.collect(stream);
        }
    }

    private long slowest() throws Exception {
        long slowest = Long.MAX_VALUE;
        int known = 0;
        for (long clock : clocks.values()) {
            slowest = Math.min(slowest, clock);
            known++;
        }
        return known < partitions ? Long.MIN_VALUE : slowest;
    }
}
