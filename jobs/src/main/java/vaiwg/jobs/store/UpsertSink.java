package vaiwg.jobs.store;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.admission.FeedClock;
import vaiwg.jobs.admission.LateEvent;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.kpis.catalogue.Catalogue;

/** A table that is written by upsert, at least once: days as known now, late events, how far feeds have come. */
public final class UpsertSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final Database database;
    private final SerializableSupplier<? extends Upsert<T>> table;

    private UpsertSink(Database database, SerializableSupplier<? extends Upsert<T>> table) {
        this.database = database;
        this.table = table;
    }

    /** Restated history. */
    public static Sink<DayBlock> days(Database database, SerializableSupplier<Catalogue> catalogue) {
        return new UpsertSink<>(database, () -> new DayRows(catalogue.get()));
    }

    /** Events that came after their time. */
    public static Sink<LateEvent> lateEvents(Database database) {
        return new UpsertSink<>(database, LateRows::new);
    }

    /** How far each stream is complete. */
    public static Sink<FeedClock> feeds(Database database) {
        return new UpsertSink<>(database, FeedRows::new);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new UpsertWriter<>(database, table, context.getProcessingTimeService());
    }
}
