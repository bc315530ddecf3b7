package vaiwg.jobs.store;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Publishes snapshots: rows and marker in one transaction, for ever. A snapshot that is there already (after a restart the job
 * takes some again) is left alone, so that each is published exactly once.
 */
public final class SnapshotSink implements Sink<Snapshot> {
    private static final long serialVersionUID = 1L;

    private final Database database;
    private final SerializableSupplier<Catalogue> catalogue;
    private final Publication publication;

    public SnapshotSink(Database database, SerializableSupplier<Catalogue> catalogue, Publication publication) {
        this.database = database;
        this.catalogue = catalogue;
        this.publication = publication;
    }

    @Override
    public SinkWriter<Snapshot> createWriter(WriterInitContext context) throws IOException {
        return new SnapshotWriter(
                database,
                catalogue.get(),
                publication,
                context.metricGroup().counter("vaiwg_snapshots_differing_total"),
                context.getTaskInfo().getIndexOfThisSubtask() == 0);
    }
}
