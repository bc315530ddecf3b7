package vaiwg.jobs;

import java.io.IOException;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sink of a library whose writers may fail to close, as those of JDBC and Kafka do when their server is gone.
 *
 * <p>Flink takes what a writer's {@code close} throws for a fault of the whole task manager and ends it: a job in this JVM would then
 * wait for ever, and one on a cluster take its neighbours down. Nothing is lost by leaving it at a line in the log: after a failure the
 * job goes on from its last checkpoint, and before an end in good order every writer was flushed. For sinks that write at least once; a
 * committer or a writer's state would be left out.
 */
record QuietClose<T>(SinkWriter<T> writer) implements SinkWriter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(QuietClose.class);

    static <T> Sink<T> sink(Sink<T> to) {
        return context -> new QuietClose<>(to.createWriter(context));
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        writer.write(element, context);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writer.flush(endOfInput);
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
        writer.writeWatermark(watermark);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.info(
                    "A sink did not close in good order ({}); what it had not written is written again.", e.toString());
            LOG.debug("Why the sink did not close", e);
        }
    }
}
