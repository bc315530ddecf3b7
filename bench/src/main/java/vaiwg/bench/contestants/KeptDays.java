package vaiwg.bench.contestants;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.execution.JobClient;
import vaiwg.jobs.panes.DayBlock;

/**
 * Keeps the revised days of some cells in this JVM, of one run at a time, until the log's end has come through: this job's source does not
 * end by itself, as Flink fails where watermarks are aligned and a partition has come to its end.
 */
final class KeptDays implements Sink<DayBlock> {
    private static final long serialVersionUID = 1L;
    private static final long POLL_MILLIS = 50;
    private static final List<DayBlock> KEPT = new ArrayList<>();
    private static volatile long logEnd;
    /** How many writers the log's end has not come to. */
    private static volatile CountDownLatch open = new CountDownLatch(0);

    private final int firstCell;
    private final int cells;

    KeptDays(int firstCell, int cells) {
        this.firstCell = firstCell;
        this.cells = cells;
    }

    /**
     * Forgets what another run kept.
     *
     * @param end of the log, epoch milliseconds
     * @param writers of the sink, which the end must come to
     */
    static void clear(long end, int writers) {
        synchronized (KEPT) {
            KEPT.clear();
        }
        logEnd = end;
        open = new CountDownLatch(writers);
    }

    /**
     * Returns when all that the job gives up to the log's end was written.
     *
     * @throws IllegalStateException where the job ended before
     */
    static void awaitEnd(JobClient job) throws InterruptedException {
        while (!open.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (job.getJobExecutionResult().isDone()) {
                throw new IllegalStateException(
                        "The job ended before its log did.",
                        job.getJobExecutionResult()
                                .handle((result, failure) -> failure)
                                .join());
            }
        }
    }

    /** What was kept since {@link #clear}. */
    static List<DayBlock> take() {
        synchronized (KEPT) {
            return List.copyOf(KEPT);
        }
    }

    @Override
    public SinkWriter<DayBlock> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            private boolean ended;

            @Override
            public void writeWatermark(Watermark mark) {
                if (!ended && mark.getTimestamp() >= logEnd) {
                    ended = true;
                    open.countDown();
                }
            }

            @Override
            public void write(DayBlock block, Context unused) {
                if (block.cell >= firstCell && block.cell < firstCell + cells) {
                    synchronized (KEPT) {
                        KEPT.add(block);
                    }
                }
            }

            @Override
            public void flush(boolean endOfInput) {
                // Nothing waits to be written.
            }

            @Override
            public void close() {
                // There is nothing to give back.
            }
        };
    }
}
