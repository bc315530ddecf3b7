package vaiwg.jobs.panes;

import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Where the newest figures go beside the tables: one snapshot after the other, in the order of their time, from one place.
 *
 * @param uid of its sink: state is found by it, and it never changes
 * @param title what it is called on the job's page
 * @param port of this machine on which it listens; 0 for none
 */
public record FigureOutput(
        String uid, String title, int port, Function<SerializableSupplier<Catalogue>, Sink<DashboardSnapshot>> sink) {}
