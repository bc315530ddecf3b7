package vaiwg.jobs.prometheus;

import java.time.Clock;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import vaiwg.jobs.knowledge.FeedClock;
import vaiwg.jobs.options.HttpEndpoint;

/**
 * Tells Prometheus how far each stream is complete, so that a stream that holds back the watermark is seen while it does. A measurement of the
 * running pipeline: its samples carry the time at which they are sent, and what cannot be sent is not sent later. To be run by one
 * subtask.
 */
public final class FeedWriteSink implements Sink<FeedClock> {
    private static final long serialVersionUID = 1L;

    private final HttpEndpoint prometheus;

    /** @param prometheus for example {@code http://127.0.0.1:9090/api/v1/write} */
    public FeedWriteSink(HttpEndpoint prometheus) {
        this.prometheus = prometheus;
    }

    @Override
    public SinkWriter<FeedClock> createWriter(WriterInitContext context) {
        return new FeedWriter(Delivery.to(prometheus), Clock.systemUTC());
    }
}
