package vaiwg.cli.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vaiwg.jobs.store.Database;

/**
 * Keeps the tables that are there until others have taken their place as a whole: aside, under another name, since functions name their
 * schema. The schema in their place is marked until it is filled, so that a restore that was killed is known by the next one.
 */
final class SchemaSwap {
    private static final String SCHEMA = Database.SCHEMA;
    private static final String ASIDE = SCHEMA + "_before_restore";
    private static final String MARK = "unfinished restore";

    private final Database database;

    SchemaSwap(Database database) {
        this.database = database;
    }

    /** Puts back what was there before a restore that was killed; changes nothing where there was none. */
    void mend() throws SQLException {
        if (isMarked()) {
            putBack();
        }
    }

    /** Puts aside what is there, and an empty schema in its place. */
    void begin() throws SQLException {
        inOneTransaction(statement -> {
            // Of a restore that was killed when all was there.
            statement.execute("DROP SCHEMA IF EXISTS " + ASIDE + " CASCADE");
            if (isThere(SCHEMA, statement)) {
                statement.execute("ALTER SCHEMA " + SCHEMA + " RENAME TO " + ASIDE);
            }
            statement.execute("CREATE SCHEMA " + SCHEMA);
            statement.execute("COMMENT ON SCHEMA " + SCHEMA + " IS '" + MARK + "'");
        });
    }

    /** In the transaction that fills the schema: when it is committed, so is this. */
    static void filled(Statement statement) throws SQLException {
        statement.execute("COMMENT ON SCHEMA " + SCHEMA + " IS NULL");
    }

    /** Takes the new one away, and puts back what was there. */
    void putBack() throws SQLException {
        inOneTransaction(statement -> {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            if (isThere(ASIDE, statement)) {
                statement.execute("ALTER SCHEMA " + ASIDE + " RENAME TO " + SCHEMA);
            }
        });
    }

    /** What was there is not needed any more. */
    void end() throws SQLException {
        inOneTransaction(statement -> statement.execute("DROP SCHEMA IF EXISTS " + ASIDE + " CASCADE"));
    }

    private boolean isMarked() throws SQLException {
        try (Connection connection = database.connectOrFail();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT FROM pg_namespace WHERE nspname = '" + SCHEMA
                        + "' AND obj_description(oid, 'pg_namespace') = '" + MARK + "'")) {
            return found.next();
        }
    }

    private static boolean isThere(String schema, Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT FROM pg_namespace WHERE nspname = '" + schema + "'")) {
            return found.next();
        }
    }

    private void inOneTransaction(Step step) throws SQLException {
        try (Connection connection = database.connectOrFail();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            step.run(statement);
            connection.commit();
        }
    }

    private interface Step {
        void run(Statement statement) throws SQLException;
    }
}
