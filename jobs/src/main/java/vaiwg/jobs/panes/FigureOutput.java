package vaiwg.jobs.panes;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.kpis.catalogue.Catalogue;

/** Where the newest figures go beside the tables: one snapshot after the other, in the order of their time, from one place. */
public interface FigureOutput {
    /** The uid of its sink: state is found by it, and it never changes. */
    String uid();

    /** What it is called on the job's page. */
    String title();

    Sink<DashboardSnapshot> sink(SerializableSupplier<Catalogue> catalogue);

    /** The port of this machine on which it listens; 0 for none. */
    default int port() {
        return 0;
    }
}
