package vaiwg.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vaiwg.board.files.PrivateFiles;
import vaiwg.demo.parquet.QueriedTable;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Query;

/**
 * Leaves the two tables of figures as Parquet or as compressed CSV with a header, in an order that depends on their content alone. Each is sorted
 * part by part, as millions of wide rows would not fit into memory, and both are written at once. Of a counted figure the value and its interval
 * follow from its numerator and denominator, so they are those of estimates alone: they would be three quarters of the bytes.
 */
record TableExport(Database database, Path folder, Format format) {
    private static final int BUFFER = 1 << 16;
    /** Rows that are asked for at once. */
    private static final int FETCHED = 10_000;

    private static final Table VALUES = new Table(
            "kpi_value",
            "publication, force, kpi, priority, basis, \"window\", slice, as_at, numerator, denominator, small, partial, compared, withheld,"
                    + " definition_hash, CASE WHEN data_through IS NOT NULL THEN value END AS estimate,"
                    + " CASE WHEN data_through IS NOT NULL THEN lower END AS lower,"
                    + " CASE WHEN data_through IS NOT NULL THEN upper END AS upper, data_through",
            "SELECT format('publication = %s AND force = %L AND as_at >= %L AND as_at < %L',"
                    + " publication, force, month, (month + interval '1 month')::date)"
                    + " FROM (SELECT DISTINCT publication, force, date_trunc('month', as_at::timestamp)::date AS month"
                    + " FROM kpi_snapshot) taken ORDER BY publication, force, month",
            "kpi, basis, \"window\", slice, definition_hash, as_at");
    private static final Table DAYS = new Table(
            "kpi_day",
            "force, kpi, basis, slice, day, numerator, denominator, mature",
            "SELECT format('force = %L AND kpi = %L', force, kpi)"
                    + " FROM (SELECT DISTINCT force, kpi FROM kpi_series) taken ORDER BY force, kpi",
            "basis, slice, day");

    enum Format {
        PARQUET(".parquet"),
        CSV(".csv.gz");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** What a table's file is called. */
        String fileOf(String table) {
            return table + ending;
        }
    }

    /**
     * A view that is left as a file.
     *
     * @param columns what is written of each row
     * @param parts a query of conditions that each hold of a part of the rows, in the order of the parts
     * @param order of the rows within a part
     */
    private record Table(String view, String columns, String parts, String order) {
        /** The query of its rows under a condition. */
        String rows(String part) {
            return "SELECT " + columns + " FROM " + view + " WHERE " + part + " ORDER BY " + order;
        }

        /** The query of no row, for what columns there are. */
        String head() {
            return "SELECT " + columns + " FROM " + view + " LIMIT 0";
        }
    }

    /** Takes twice the time of what is usual, and six per cent less room. */
    private static final class Smallest extends GZIPOutputStream {
        Smallest(OutputStream out) throws IOException {
            super(new BufferedOutputStream(out, BUFFER), BUFFER);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    static void write(Database database, Path folder, Format format)
            throws IOException, SQLException, InterruptedException {
        PrivateFiles.newFolder(folder);
        TableExport export = new TableExport(database, folder, format);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> tables = List.of(() -> export.write(VALUES), () -> export.write(DAYS));
            for (Future<Void> written : both.invokeAll(tables)) {
                written.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the figures could not be written to " + folder, e.getCause());
        } finally {
            both.shutdownNow();
        }
    }

    private Void write(Table table) throws IOException, SQLException {
        try (Connection connection = database.connect();
                OutputStream out = PrivateFiles.replace(folder.resolve(format.fileOf(table.view)))) {
            if (format == Format.CSV) {
                writeCsv(table, connection, out);
            } else {
                writeParquet(table, connection, out);
            }
        }
        return null;
    }

    private static void writeCsv(Table table, Connection connection, OutputStream file)
            throws IOException, SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (OutputStream out = new Smallest(file)) {
            copies.copyOut("COPY (" + table.head() + ") TO STDOUT WITH (FORMAT csv, HEADER)", out);
            for (String part : Query.rows(connection, table.parts, found -> found.getString(1))) {
                copies.copyOut("COPY (" + table.rows(part) + ") TO STDOUT WITH (FORMAT csv)", out);
            }
        }
    }

    private static void writeParquet(Table table, Connection connection, OutputStream file)
            throws IOException, SQLException {
        // Without a transaction all rows of a query would be fetched at once.
        connection.setAutoCommit(false);
        try (Statement select = connection.createStatement();
                ResultSet head = select.executeQuery(table.head());
                QueriedTable out = new QueriedTable(new BufferedOutputStream(file, BUFFER), head.getMetaData())) {
            for (String part : Query.rows(connection, table.parts, found -> found.getString(1))) {
                try (Statement ofPart = connection.createStatement()) {
                    ofPart.setFetchSize(FETCHED);
                    try (ResultSet rows = ofPart.executeQuery(table.rows(part))) {
                        out.addAll(rows);
                    }
                }
            }
        }
        connection.commit();
    }
}
