package vaiwg.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vaiwg.cli.backup.Manifest.Table;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.jobs.store.Query;

/**
 * The tables as they are at one instant: one transaction that sees nothing of what is written after its beginning. What the lock of the job
 * holds is of the job that runs, and is not kept.
 */
final class TablesBackup implements AutoCloseable {
    /** Where the migrations are kept by which the tables were made. */
    static final String MIGRATIONS = "migrations";

    static final String ALL_TABLES =
            "SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_class c"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''"
                    + " WHERE c.relnamespace = 'vaiwg'::regnamespace AND c.relkind = 'r'"
                    + " AND c.relname NOT IN ('flyway_schema_history', 'publication_lock') GROUP BY c.relname ORDER BY c.relname";
    private static final String REFERENCES = "SELECT a.relname, b.relname FROM pg_constraint"
            + " JOIN pg_class a ON a.oid = conrelid JOIN pg_class b ON b.oid = confrelid"
            + " WHERE contype = 'f' AND connamespace = 'vaiwg'::regnamespace AND conrelid <> confrelid";
    private static final String PUBLISHED =
            "SELECT force, max(as_at)::text FROM kpi_snapshot WHERE publication = (SELECT max(publication) FROM kpi_publication)"
                    + " GROUP BY force";

    private final Connection connection;
    private final Instant at;
    private final Map<String, String> published = new TreeMap<>();

    /** Begins the transaction: from here on the tables stand still for it. */
    TablesBackup(Database database) throws SQLException {
        Migrations.require(database);
        connection = database.connectOrFail();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        at = Query.rows(connection, "SELECT now()", row -> row.getObject(1, OffsetDateTime.class))
                .get(0)
                .toInstant();
        Query.forEach(connection, PUBLISHED, row -> published.put(row.getString(1), row.getString(2)));
    }

    Instant at() {
        return at;
    }

    /** The newest midnight of each force. */
    Map<String, String> published() {
        return published;
    }

    /** Copies them all, those that others refer to first, with the migrations that make them. */
    List<Table> copyTo(BackupFolder folder, Database database) throws SQLException, IOException {
        for (Map.Entry<String, String> script : Migrations.scripts(database).entrySet()) {
            try (OutputStream out = folder.write(MIGRATIONS + "/" + script.getKey())) {
                out.write(script.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Map<String, String> columns = columns();
        List<Table> tables = new ArrayList<>();
        ProgressLine line = ProgressLine.onStandardOutput("copying the database", "tables", columns.size());
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String name : inOrder(columns.keySet())) {
            Table table = new Table(name, columns.get(name), 0);
            try (OutputStream out = new GZIPOutputStream(folder.write(table.file()))) {
                long rows = copies.copyOut("COPY " + name + " (" + table.columns() + ") TO STDOUT", out);
                tables.add(new Table(name, table.columns(), rows));
            }
            line.update(tables.size());
        }
        line.finish(tables.size());
        return tables;
    }

    private Map<String, String> columns() throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        Query.forEach(connection, ALL_TABLES, row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }

    private List<String> inOrder(Set<String> tables) throws SQLException {
        Map<String, List<String>> needed = new LinkedHashMap<>();
        tables.forEach(table -> needed.put(table, new ArrayList<>()));
        Query.forEach(
                connection, REFERENCES, row -> needed.get(row.getString(1)).add(row.getString(2)));
        return inOrder(needed);
    }

    /** @param needed of each table, those to which it refers, in no circle */
    static List<String> inOrder(Map<String, List<String>> needed) {
        Set<String> done = new LinkedHashSet<>();
        needed.keySet().forEach(table -> add(table, needed, done));
        return List.copyOf(done);
    }

    private static void add(String table, Map<String, List<String>> needed, Set<String> done) {
        if (!done.contains(table)) {
            needed.get(table).forEach(other -> add(other, needed, done));
            done.add(table);
        }
    }

    /** Ends the transaction, which changed nothing. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
