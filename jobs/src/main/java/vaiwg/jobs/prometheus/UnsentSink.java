package vaiwg.jobs.prometheus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import vaiwg.jobs.panes.DashboardSnapshot;

/**
 * Stands where {@link RemoteWriteSink} does while no Prometheus is named, and keeps its state: what was acknowledged is still known when one
 * is named again, and a restore finds each operator that has state, so that one it does not find is a mistake and stops the start.
 */
public final class UnsentSink
        implements Sink<DashboardSnapshot>, SupportsWriterState<DashboardSnapshot, Map<String, Long>> {
    private static final long serialVersionUID = 1L;

    @Override
    public StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> createWriter(WriterInitContext context) {
        return new Writer(List.of());
    }

    @Override
    public StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> restoreWriter(
            WriterInitContext context, Collection<Map<String, Long>> recovered) {
        return new Writer(new ArrayList<>(recovered));
    }

    @Override
    public SimpleVersionedSerializer<Map<String, Long>> getWriterStateSerializer() {
        return new AcknowledgedSerializer();
    }

    private record Writer(List<Map<String, Long>> acknowledged)
            implements StatefulSinkWriter<DashboardSnapshot, Map<String, Long>> {
        @Override
        public void write(DashboardSnapshot snapshot, Context context) {
            // Nobody is named to whom it would go.
        }

        @Override
        public void flush(boolean endOfInput) {
            // Nothing waits.
        }

        @Override
        public List<Map<String, Long>> snapshotState(long checkpoint) {
            return acknowledged;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
