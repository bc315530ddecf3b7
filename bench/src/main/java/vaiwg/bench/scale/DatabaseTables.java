package vaiwg.bench.scale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.jobs.store.Database;

/** What a database holds, table by table, without when it was written. */
final class DatabaseTables {
    /** Every column that tells the clock of the run, and no fact. */
    private static final String CLOCKS = "'published_at', 'updated_at', 'started_at'";

    private static final String FLYWAY = "flyway_schema_history";

    /**
     * What is in a table.
     *
     * @param digest of all rows in any order: equal where they are equal
     */
    record Content(long rows, String digest) {}

    private DatabaseTables() {}

    /** All tables of the schema by name, those with no row too. */
    static Map<String, Content> read(Database database) throws SQLException {
        Map<String, Content> tables = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : names(statement)) {
                String row = "(to_jsonb(t) - ARRAY[" + CLOCKS + "])::text";
                // Two hashes of each row, summed: rows that neither distinguishes are equal.
                try (ResultSet found = statement.executeQuery("SELECT count(*), coalesce(sum(hashtextextended(" + row
                        + ", 1)), 0) || '/' || coalesce(sum(hashtextextended(" + row + ", 2)), 0) FROM " + table
                        + " t")) {
                    found.next();
                    tables.put(table, new Content(found.getLong(1), found.getString(2)));
                }
            }
        }
        return tables;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = '" + Database.SCHEMA + "' AND table_type = 'BASE TABLE' AND table_name <> '"
                + FLYWAY + "'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }
}
