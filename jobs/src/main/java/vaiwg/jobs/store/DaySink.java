package vaiwg.jobs.store;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.kpis.catalogue.Catalogue;

/** Revised history. When a replay has caught up there are hundreds of thousands of months to write, too many for a statement each. */
public final class DaySink implements Sink<DayBlock> {
    private static final long serialVersionUID = 1L;

    private final Database database;
    private final SerializableSupplier<Catalogue> catalogue;

    public DaySink(Database database, SerializableSupplier<Catalogue> catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public SinkWriter<DayBlock> createWriter(WriterInitContext context) throws IOException {
        return new DayWriter(database, catalogue.get(), context.getProcessingTimeService());
    }
}
