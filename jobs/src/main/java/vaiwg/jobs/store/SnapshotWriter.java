package vaiwg.jobs.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.Sources;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.schemas.Source;

/**
 * Publishes snapshots: rows and marker in one transaction, for ever; in a replay many days a transaction, while live one. A snapshot that is there
 * already (after a restart the job takes some again) is left alone, so that each is published exactly once.
 */
public final class SnapshotWriter implements SinkWriter<Snapshot> {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);
    /** Some days: within a batch the rows of a day do not lie together, and whoever reads a day reads the batch. */
    private static final int ROWS_A_BATCH = 30_000;

    private static final String MARKER =
            "INSERT INTO kpi_snapshot (publication, force, as_at, kind, granularity, daily_from, complete, row_count,"
                    + " digest, data_through, catalogue, history_from) VALUES (?, ?, ?, ?, ?, ?, true, ?, ?, ?::jsonb, ?,"
                    + " ?) ON CONFLICT DO NOTHING";
    private static final String DIGEST =
            "SELECT digest FROM kpi_snapshot WHERE publication = ? AND force = ? AND as_at = ?";

    private static final String THERE =
            "SELECT count(DISTINCT as_at) FROM kpi_snapshot WHERE force = ? AND as_at BETWEEN ? AND ?";

    private final Catalogue catalogue;
    private final Publication publication;
    private final Counter differing;
    private final Connection connection;
    private final SeriesWriter series;
    private final List<TableRows> tables;
    private final List<Snapshot> batch = new ArrayList<>();
    private int rows;

    public static Sink<Snapshot> sink(
            Database database, SerializableSupplier<Catalogue> catalogue, Publication publication) {
        return context -> new SnapshotWriter(
                database,
                catalogue.get(),
                publication,
                context.metricGroup().counter("vaiwg_snapshots_differing_total"),
                context.getTaskInfo().getIndexOfThisSubtask() == 0);
    }

    /** @param locking whether this writer holds the lock of the job, which only one of a job's writers does */
    SnapshotWriter(Database database, Catalogue catalogue, Publication publication, Counter differing, boolean locking)
            throws IOException {
        this.catalogue = catalogue;
        this.publication = publication;
        this.differing = differing;
        try {
            connection = database.connect();
            if (locking) {
                lock();
            }
            connection.setAutoCommit(false);
            series = new SeriesWriter(connection);
            tables = SnapshotTables.rows(catalogue, publication, series);
        } catch (SQLException e) {
            throw new IOException("the database does not answer; start it, the job tries again by itself", e);
        }
    }

    /** A second job has published nothing when it is rejected, and leaves nothing open. */
    private void lock() throws SQLException, IOException {
        try {
            PublicationLock.take(connection);
        } catch (DatabaseException e) {
            close();
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void write(Snapshot snapshot, Context context) throws IOException {
        batch.add(snapshot);
        rows += snapshot.count + snapshot.estimates.length;
        if (snapshot.last || rows >= ROWS_A_BATCH) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            publish();
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("publishing snapshots failed; nothing of the batch was written", e);
        }
        batch.clear();
        rows = 0;
    }

    @Override
    public void close() {
        Database.close(connection);
    }

    private void publish() throws SQLException, IOException {
        List<Snapshot> marked = new ArrayList<>();
        Set<String> compared = new HashSet<>();
        for (Snapshot snapshot : batch) {
            if (compared.add(snapshot.force)) {
                requirePublished(snapshot);
            }
            if (snapshot.reminder) {
                continue;
            }
            if (mark(snapshot)) {
                marked.add(snapshot);
            } else {
                compare(snapshot);
            }
        }
        tables.forEach(table -> table.append(marked));
        series.flush();
        for (TableRows table : tables) {
            table.copy.write(connection);
        }
    }

    /** Before anything follows it: what was published is there, under this publication or one of before. */
    private void requirePublished(Snapshot snapshot) throws SQLException {
        int there = Query.rows(
                        connection,
                        THERE,
                        found -> found.getInt(1),
                        snapshot.force,
                        LocalDate.ofEpochDay(snapshot.before.from),
                        LocalDate.ofEpochDay(snapshot.before.through))
                .get(0);
        if (there < snapshot.before.count) {
            throw new MissingSnapshotsException(snapshot, there);
        }
    }

    private boolean mark(Snapshot snapshot) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MARKER)) {
            insert.setInt(1, publication.number());
            insert.setString(2, snapshot.force);
            insert.setObject(3, LocalDate.ofEpochDay(snapshot.asAt));
            insert.setString(4, Sources.isReconstructed(snapshot.sources) ? "reconstructed" : "published");
            insert.setString(5, snapshot.whole ? "all" : "total_and_theme");
            insert.setObject(6, LocalDate.ofEpochDay(publication.dailyFrom()));
            insert.setInt(7, snapshot.count);
            insert.setString(8, SnapshotDigest.of(snapshot));
            insert.setString(9, sources(snapshot));
            insert.setString(10, catalogue.fingerprint());
            insert.setObject(11, LocalDate.ofEpochDay(snapshot.historyFrom));
            return insert.executeUpdate() == 1;
        }
    }

    /** What was published stays; that a later taking of the same snapshot differs must never happen, and never pass unseen. */
    private void compare(Snapshot snapshot) throws SQLException {
        LocalDate asAt = LocalDate.ofEpochDay(snapshot.asAt);
        List<String> published =
                Query.rows(connection, DIGEST, found -> found.getString(1), publication.number(), snapshot.force, asAt);
        if (!published.isEmpty() && !published.get(0).equals(SnapshotDigest.of(snapshot))) {
            differing.inc();
            LOG.error(
                    "The snapshot of {} as at {} was taken again with other values; the published one stays.",
                    snapshot.force,
                    asAt);
        }
    }

    private static String sources(Snapshot snapshot) {
        List<String> names = new ArrayList<>();
        for (Source source : Source.values()) {
            if (Sources.has(snapshot.sources, source)) {
                names.add('"' + source.name() + '"');
            }
        }
        String first = names.size() == 1 ? names.get(0) : "\"MIXED\"";
        return "{\"source\": " + first + ", \"sources\": " + names + "}";
    }
}
