package vaiwg.cli.explain;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.replay.HeldLog;
import vaiwg.jobs.replay.ReplayLog;

/** A log of which is shown how far it is read. */
public final class ShownLog implements ReplayLog {
    private static final int REPORT_EVERY = 1_000;

    private final ReplayLog log;
    private final ProgressLine line;
    private long read;

    public ShownLog(HeldLog log) {
        this.log = log;
        this.line = ProgressLine.onStandardOutput("reading the log", "records", Math.max(1, log.records()));
    }

    @Override
    public Set<TopicPartition> partitions() {
        return log.partitions();
    }

    @Override
    public boolean isWhole() {
        return log.isWhole();
    }

    @Override
    public void read(Receiver receiver) {
        log.read(new Receiver() {
            @Override
            public void take(ConsumerRecord<byte[], byte[]> message) {
                receiver.take(message);
                if (++read % REPORT_EVERY == 0) {
                    line.update(read);
                }
            }

            @Override
            public void pause() {
                receiver.pause();
            }

            @Override
            public long clockOf(TopicPartition partition) {
                return receiver.clockOf(partition);
            }
        });
        line.finish(read);
    }
}
