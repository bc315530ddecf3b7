package vaiwg.bench.contestants;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import vaiwg.jobs.panes.DayBlock;

/** Keeps the restated days of some cells in this JVM, of one run at a time. */
final class KeptDays implements Sink<DayBlock> {
    private static final long serialVersionUID = 1L;
    private static final List<DayBlock> KEPT = new ArrayList<>();

    private final int firstCell;
    private final int cells;

    KeptDays(int firstCell, int cells) {
        this.firstCell = firstCell;
        this.cells = cells;
    }

    static void clear() {
        synchronized (KEPT) {
            KEPT.clear();
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
