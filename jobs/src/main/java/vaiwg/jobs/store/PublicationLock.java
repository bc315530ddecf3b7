package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One job at a time publishes into a database: who publishes holds a lock of its session for as long as the session lasts. The server
 * gives it back when the session ends, however it ends, so that a job that fails over has it again at once.
 */
final class PublicationLock {
    /** "vaiw" in ASCII; Flyway's locks and those of others are elsewhere. */
    private static final String KEY = "1986095479, 1";

    /** The lock was not given in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * A predecessor that is being ended gives the lock back within the time for which is waited. Of one whose machine is gone the server
     * learns by keep-alives of this session, in half a minute instead of two hours; until then the job tries again by itself.
     */
    private static final String TAKE =
            "SET application_name = 'vaiwg job'; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                    + " SET tcp_keepalives_count = 4; SET lock_timeout = '10s'; SELECT pg_advisory_lock(" + KEY
                    + "); SET lock_timeout = 0";

    private static final String HOLDER =
            "SELECT a.pid, coalesce(nullif(a.application_name, ''), 'a program without a name'),"
                    + " coalesce(host(a.client_addr), 'a host that only an administrator sees'),"
                    + " coalesce(to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), 'an unknown time')"
                    + " FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                    + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2"
                    + " AND (l.classid::bigint, l.objid::bigint) = (" + KEY + ")"
                    + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private PublicationLock() {}

    /**
     * Takes the lock for the life of a connection's session.
     *
     * @param connection in no transaction
     * @throws DatabaseException in one sentence that names who holds it, where another session does
     */
    static void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute(TAKE);
            } catch (SQLException e) {
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw new DatabaseException(sentence(statement), e);
                }
                throw e;
            }
        }
    }

    private static String sentence(Statement statement) throws SQLException {
        try (ResultSet holder = statement.executeQuery(HOLDER)) {
            return holder.next()
                    ? "Another job publishes into this database: %s on %s since %s UTC (process %d of the server); end it, or give this job a database of its own."
                            .formatted(holder.getString(2), holder.getString(3), holder.getString(4), holder.getInt(1))
                    : "Another job published into this database until a moment ago: start this one again.";
        }
    }
}
