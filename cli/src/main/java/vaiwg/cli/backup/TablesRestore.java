package vaiwg.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vaiwg.cli.backup.Manifest.Table;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.Migrations;
import vaiwg.jobs.store.Query;

/**
 * Makes the tables of the build that made the backup, fills them in one transaction, and brings them to this build's. As the owner of the
 * tables, who may switch their triggers off: what they forbid, such as an issued report that was never a draft, is what a restore does.
 */
final class TablesRestore {
    private final Database database;
    private final SchemaSwap swap;
    private final Manifest manifest;
    private final BackupFolder folder;

    TablesRestore(Database database, Manifest manifest, BackupFolder folder) {
        this.database = database;
        this.swap = new SchemaSwap(database);
        this.manifest = manifest;
        this.folder = folder;
    }

    /** @throws CommandFailure where a job publishes into the database */
    void requireNoJob() throws SQLException {
        try (Connection connection = database.connectOrFail()) {
            if (isThere("SELECT WHERE to_regclass('vaiwg.publication_lock_holder') IS NOT NULL", connection)
                    && isThere("SELECT FROM publication_lock_holder", connection)) {
                throw CommandFailure.wrongUsage("A job publishes into this database: stop it, and restore then.");
            }
        }
    }

    private static boolean isThere(String query, Connection connection) throws SQLException {
        return !Query.rows(connection, query, row -> true).isEmpty();
    }

    /** Puts back what was there before a restore that was killed. */
    void mend() throws SQLException {
        swap.mend();
    }

    /** @throws CommandFailure where the database holds rows */
    void requireEmpty() throws SQLException {
        Optional<String> filled = filledTable();
        if (filled.isPresent()) {
            throw CommandFailure.wrongUsage("The database is not empty (" + filled.get()
                    + " has rows): name an empty one, or say --replace, which deletes all that is in its schema "
                    + Database.SCHEMA + ".");
        }
    }

    private Optional<String> filledTable() throws SQLException {
        try (Connection connection = database.connectOrFail()) {
            if (!isThere("SELECT FROM pg_namespace WHERE nspname = '" + Database.SCHEMA + "'", connection)) {
                return Optional.empty();
            }
            for (String table : Query.rows(connection, TablesBackup.ALL_TABLES, row -> row.getString(1))) {
                if (isThere("SELECT FROM " + table + " LIMIT 1", connection)) {
                    return Optional.of(table);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Puts the backup's tables in the place of those that are there, which go when all is there and otherwise stay; returns how many rows
     * they have.
     */
    long fill() throws SQLException, IOException {
        swap.begin();
        long rows;
        try {
            rows = make();
        } catch (SQLException | IOException | RuntimeException e) {
            try {
                swap.putBack();
            } catch (SQLException | DatabaseException away) {
                // The next restore does it.
                e.addSuppressed(away);
            }
            throw e;
        }
        swap.end();
        return rows;
    }

    private long make() throws SQLException, IOException {
        Migrations.applyOf(folder.path(TablesBackup.MIGRATIONS), database);
        long rows;
        try (Connection connection = database.connectOrFail()) {
            connection.setAutoCommit(false);
            // Foreign keys are checked when all rows of a table are there, and the server says nothing for as long as
            // that takes.
            connection.setNetworkTimeout(Runnable::run, 0);
            rows = fill(connection);
            connection.commit();
        }
        Migrations.apply(database);
        return rows;
    }

    private long fill(Connection connection) throws SQLException, IOException {
        List<Table> tables = manifest.tables();
        ProgressLine line = ProgressLine.onStandardOutput("filling the database", "tables", Math.max(1, tables.size()));
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                statement.execute("ALTER TABLE " + table.name() + " DISABLE TRIGGER USER");
            }
            // What migrations leave in a table is in the backup too.
            statement.execute("TRUNCATE " + tables.stream().map(Table::name).collect(Collectors.joining(", ")));
            for (int done = 0; done < tables.size(); done++) {
                Table table = tables.get(done);
                line.update(done);
                try (InputStream in = new GZIPInputStream(folder.read(table.file()))) {
                    long copied = copies.copyIn("COPY " + table.name() + " (" + table.columns() + ") FROM STDIN", in);
                    if (copied != table.rows()) {
                        throw new DatabaseException("Of " + table.rows() + " rows of " + table.name() + " " + copied
                                + " were filled in, so nothing was restored: restore from another backup.");
                    }
                    rows += copied;
                }
            }
            for (Table table : tables) {
                statement.execute("ALTER TABLE " + table.name() + " ENABLE TRIGGER USER");
            }
            statement.execute("ANALYZE");
            SchemaSwap.filled(statement);
        }
        line.finish(tables.size());
        return rows;
    }

    /**
     * Says that what was published of the backup's topics is of the topics that have taken their place.
     *
     * @param log the topics, by their ids
     * @return whether nothing there is of other topics
     */
    boolean isNowOf(String log) throws SQLException {
        try (Connection connection = database.connectOrFail();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE kpi_publication SET topics = ? WHERE topics = ?")) {
            update.setString(1, log);
            update.setString(2, manifest.log());
            return update.executeUpdate() > 0
                    || !isThere("SELECT FROM kpi_publication WHERE topics IS NOT NULL", connection);
        }
    }
}
