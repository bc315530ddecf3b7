package vaiwg.cli.options;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vaiwg.board.web.Connections;
import vaiwg.board.web.DatabaseAccessLog;
import vaiwg.jobs.store.Database;

/** Connections that can only read, and only what every reader may see, whoever logs in. */
public final class ReaderConnections {
    private static final String READER = "vaiwg_reader";

    private ReaderConnections() {}

    public static Connections of(Database database) {
        return of(database, true);
    }

    /** The access log of such readers, which a function adds to. */
    public static DatabaseAccessLog log(Database database) {
        return new DatabaseAccessLog(of(database, false));
    }

    private static Connections of(Database database, boolean readOnly) {
        return () -> {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                connection.setReadOnly(readOnly);
                if (isMember(statement)) {
                    statement.execute("SET ROLE " + READER);
                }
                statement.execute("SET statement_timeout = '30s'");
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        };
    }

    /** Whether the login may read what every reader may. */
    public static boolean mayRead(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return isMember(statement);
        }
    }

    private static boolean isMember(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_has_role('" + READER + "', 'MEMBER')")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
