package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * A table whose rows are written again when they change. What an object remembers of rows is true of one connection only.
 *
 * @param <T> what becomes a row
 */
interface Upsert<T> {
    /** What tells a row from every other: of two with one key the later holds. */
    Object key(T row);

    /** Writes rows of different keys in the transaction at hand. */
    void write(Connection connection, Collection<T> rows) throws SQLException;
}
