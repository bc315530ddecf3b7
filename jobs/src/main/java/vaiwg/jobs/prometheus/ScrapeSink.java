package vaiwg.jobs.prometheus;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;

/** Offers the newest snapshot of each force to be scraped, from one place: to be run by one subtask. */
public final class ScrapeSink implements Sink<DashboardSnapshot> {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;
    private final SerializableSupplier<Catalogue> catalogue;

    /** @param host the address to listen on, 127.0.0.1 unless the network is closed */
    public ScrapeSink(String host, int port, SerializableSupplier<Catalogue> catalogue) {
        this.host = host;
        this.port = port;
        this.catalogue = catalogue;
    }

    @Override
    public SinkWriter<DashboardSnapshot> createWriter(WriterInitContext context) throws IOException {
        return new ScrapeWriter(host, port, new DashboardSamples(catalogue.get()));
    }
}
