package vaiwg.jobs.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Writes revised days in batches, each a transaction: a full batch at once, any other soon, all before a checkpoint. When a replay has caught
 * up there are hundreds of thousands of months to write. A month that changes several times meanwhile is written once. A server that is away for a moment is waited for; one that stays away is a failure.
 */
public final class DayWriter implements SinkWriter<DayBlock> {
    private static final Logger LOG = LoggerFactory.getLogger(DayWriter.class);
    private static final int ROWS_A_BATCH = 5_000;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int RETRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final Catalogue catalogue;
    private final ProcessingTimeService time;
    private final Map<Month, DayBlock> waiting = new LinkedHashMap<>();
    private Connection connection;
    private DayRows rows;

    private record Month(String force, int cell, int first) {}

    public static Sink<DayBlock> sink(Database database, SerializableSupplier<Catalogue> catalogue) {
        return context -> new DayWriter(database, catalogue.get(), context.getProcessingTimeService());
    }

    DayWriter(Database database, Catalogue catalogue, ProcessingTimeService time) throws IOException {
        this.database = database;
        this.catalogue = catalogue;
        this.time = time;
        try {
            connect();
        } catch (SQLException e) {
            throw new IOException("the database does not answer; start it, the job tries again by itself", e);
        }
        schedule();
    }

    @Override
    public void write(DayBlock block, Context context) throws IOException, InterruptedException {
        waiting.put(new Month(block.force, block.cell, block.month), block);
        if (waiting.size() >= ROWS_A_BATCH) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        for (int retries = 0; !waiting.isEmpty(); retries++) {
            try {
                if (retries > 0) {
                    Thread.sleep(PAUSE.multipliedBy(retries).toMillis());
                    close();
                    connect();
                }
                rows.write(waiting.values());
                connection.commit();
                waiting.clear();
            } catch (SQLException e) {
                if (retries == RETRIES) {
                    throw new IOException("writing revised days failed; nothing of the batch was written", e);
                }
                LOG.debug("Writing revised days failed and is tried again", e);
            }
        }
    }

    @Override
    public void close() {
        Database.close(connection);
    }

    private void connect() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        rows = new DayRows(catalogue, connection);
    }

    private void schedule() {
        time.registerTimer(time.getCurrentProcessingTime() + SOON.toMillis(), now -> {
            flush(false);
            schedule();
        });
    }
}
