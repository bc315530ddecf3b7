package vaiwg.jobs.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.util.PSQLState;
import vaiwg.jobs.panes.Snapshot;

/** A table of snapshots, for who compares what is in it with what a snapshot would put there. */
public final class SnapshotTable {
    public static final String VALUES = ValueRows.TABLE;

    /** Beside the midnight: which rows of two sides are one. */
    private static final Map<String, List<String>> KEYS = Map.of(
            VALUES,
            List.of("pack_id"),
            "kpi_estimate_row",
            List.of("series_id"),
            "kpi_limit_row",
            List.of("series_id"),
            "kpi_funnel_row",
            List.of("series_id"),
            "kpi_revision_row",
            List.of("series_id", "day", "cause"),
            "kpi_signal_row",
            List.of("signal_id", "change"),
            "kpi_verdict_row",
            List.of("series_id"),
            "kpi_matter_row",
            List.of("series_id", "matter"),
            "kpi_stream_row",
            List.of("stream"));

    private final TableRows rows;
    private final int[] key;

    SnapshotTable(TableRows rows) {
        this.rows = rows;
        this.key = KEYS.get(rows.table).stream().mapToInt(this::column).toArray();
    }

    public String name() {
        return rows.table;
    }

    /** Whether its rows are packs of values. */
    public boolean isOfValues() {
        return name().equals(VALUES);
    }

    /** Whether its rows say what changed since the midnight before. */
    public boolean isOfRevisions() {
        return name().equals("kpi_revision_row");
    }

    /** The rows that a snapshot puts into it. */
    public void rowsOf(Snapshot snapshot, Consumer<StoredRow> receiver) {
        rows.append(List.of(snapshot));
        read(rows.copy.take(), receiver);
    }

    /** Every row of a publication that is there, in any order. */
    public void published(Connection connection, int publication, Consumer<StoredRow> receiver) throws SQLException {
        copy(connection, "publication = " + publication, receiver);
    }

    /** Likewise of one midnight. */
    public void published(Connection connection, int publication, int asAt, Consumer<StoredRow> receiver)
            throws SQLException {
        copy(
                connection,
                "publication = " + publication + " AND as_at = '" + LocalDate.ofEpochDay(asAt) + "'",
                receiver);
    }

    private void copy(Connection connection, String where, Consumer<StoredRow> receiver) throws SQLException {
        String statement = "COPY (SELECT " + String.join(", ", rows.columns) + " FROM " + name() + " WHERE " + where
                + ") TO STDOUT (FORMAT binary)";
        try (InputStream in = new BufferedInputStream(
                new PGCopyInputStream(connection.unwrap(PGConnection.class), statement), 1 << 16)) {
            read(in, receiver);
        } catch (IOException | UncheckedIOException e) {
            throw rejection(e);
        }
    }

    /** What the server said, which the driver's stream wraps; where it said nothing, that it is gone. */
    private SQLException rejection(Exception thrown) {
        return Stream.iterate((Throwable) thrown, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .orElseGet(() -> new SQLException(
                        "the rows of " + name() + " were not read to their end",
                        PSQLState.CONNECTION_FAILURE.getState(),
                        thrown));
    }

    private static void read(InputStream in, Consumer<StoredRow> receiver) {
        try {
            CopyRows.read(in, receiver);
        } catch (IOException e) {
            throw new UncheckedIOException("rows end before their end", e);
        }
    }

    /** The day that a row's midnight begins. */
    public int asAt(StoredRow row) {
        return row.day(column("as_at"));
    }

    /** The force of which a row says it is; empty where its {@link #id} does. */
    public Optional<String> force(StoredRow row) {
        return has("force") ? Optional.of(row.text(column("force"))) : Optional.empty();
    }

    /** The line of values that a row is of, or its pack; of signals and streams none. */
    public OptionalLong id(StoredRow row) {
        return has(id()) ? OptionalLong.of(row.bigint(column(id()))) : OptionalLong.empty();
    }

    /** The same of rows that are one, at a midnight of a force. */
    public String key(StoredRow row) {
        return IntStream.of(key)
                .mapToObj(column -> HexFormat.of().formatHex(row.bytes(column)))
                .collect(Collectors.joining("-"));
    }

    /** The columns in which two rows differ. */
    public List<String> differing(StoredRow one, StoredRow other) {
        return IntStream.range(0, rows.columns.size())
                .filter(column -> !one.hasSame(column, other))
                .mapToObj(rows.columns::get)
                .map(name -> name.replace("\"", ""))
                .toList();
    }

    /** The numerators of a row of values, by their places; null where there is no value. */
    public Integer[] numerators(StoredRow row) {
        return row.integers(column("numerators"));
    }

    /** Likewise the denominators; empty of counts. */
    public Integer[] denominators(StoredRow row) {
        return row.integers(column("denominators"));
    }

    private String id() {
        return isOfValues() ? "pack_id" : "series_id";
    }

    private boolean has(String column) {
        return rows.columns.contains(column);
    }

    private int column(String name) {
        return rows.columns.indexOf(name);
    }
}
