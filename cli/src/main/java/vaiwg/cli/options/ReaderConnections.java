package vaiwg.cli.options;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import vaiwg.board.web.Connections;
import vaiwg.board.web.DatabaseAccessLog;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Query;

/** Connections that can only read, with the rights of one group of readers and no others, whoever logs in. */
public enum ReaderConnections {
    /** What every reader may see: no conduct. */
    READERS("vaiwg_reader"),
    /** For the restricted annex: conduct too. */
    CONDUCT("vaiwg_conduct"),
    /** For who is shown single cases. */
    EXPLAIN("vaiwg_explain");

    /** Beyond which an answer that the database gives in time is lost, and who asked need not wait longer. */
    private static final int ON_THE_WAY_SECONDS = 5;

    private final String group;

    ReaderConnections(String group) {
        this.group = group;
    }

    public String group() {
        return group;
    }

    /** Each of which fails where the login is not of the group. */
    public Connections of(Database database) {
        return of(database, true);
    }

    /** The access log of such readers, which a function adds to. */
    public DatabaseAccessLog log(Database database) {
        return new DatabaseAccessLog(of(database, false));
    }

    public boolean areFor(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            String isMember = "SELECT bool_or(pg_has_role(oid, 'MEMBER')) FROM pg_roles WHERE rolname = ?";
            return Query.rows(connection, isMember, row -> row.getBoolean(1), group)
                    .get(0);
        }
    }

    private Connections of(Database database, boolean readOnly) {
        Database answering = database.answeringIn(Connections.QUERY_SECONDS + ON_THE_WAY_SECONDS);
        return () -> {
            Connection connection = answering.connect();
            try (Statement statement = connection.createStatement()) {
                connection.setReadOnly(readOnly);
                statement.execute("SET ROLE " + group);
                statement.execute("SET statement_timeout = '" + Connections.QUERY_SECONDS + "s'");
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        };
    }
}
