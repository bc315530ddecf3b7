package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/**
 * One job at a time publishes into a database: who publishes holds a lock of its session for as long as the session lasts. The server
 * gives it back when the session ends, however it ends, so that a job that fails over has it again at once. Its key is drawn anew each
 * time, and only members of vaiwg_writer hold it: whoever else takes locks keeps no job from its work.
 */
final class PublicationLock {
    /** The lock was not given in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Of a machine that is gone the server learns by keep-alives of its session, in half a minute instead of two hours. */
    private static final String SESSION =
            "SET application_name = 'vaiwg job'; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                    + " SET tcp_keepalives_count = 4";

    /** A predecessor that is being ended gives it back within this time. */
    private static final String WAIT =
            "SET lock_timeout = '10s'; SELECT pg_advisory_lock(%1$d); SELECT pg_advisory_unlock(%1$d)";

    private static final String HOLDER =
            "SELECT pid, coalesce(nullif(application_name, ''), 'a program without a name'),"
                    + " coalesce(host(client_addr), 'a host that only an administrator sees'),"
                    + " coalesce(to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), 'an unknown time')"
                    + " FROM publication_lock_holder";

    private PublicationLock() {}

    /**
     * Takes the lock for the life of a connection's session.
     *
     * @param connection in no transaction
     * @throws DatabaseException in one sentence that names who holds it, where another session does
     */
    static void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
            OptionalLong held = tryToTake(statement);
            if (held.isPresent()) {
                await(statement, held.getAsLong());
                if (tryToTake(statement).isPresent()) {
                    throw new DatabaseException(sentence(statement));
                }
            }
        }
    }

    /** Empty where this session has the lock now, else the key that another job holds. */
    private static OptionalLong tryToTake(Statement statement) throws SQLException {
        try (ResultSet held = statement.executeQuery("SELECT take_publication_lock()")) {
            held.next();
            long key = held.getLong(1);
            return held.wasNull() ? OptionalLong.empty() : OptionalLong.of(key);
        }
    }

    /** Returns as soon as the holder has given it back, or when the time is over. */
    private static void await(Statement statement, long key) throws SQLException {
        try {
            statement.execute(WAIT.formatted(key));
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
        statement.execute("SET lock_timeout = 0");
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
