package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is asked of the tables: a statement, the values of its question marks in their order, and how a row of the answer is read. */
public final class Query {
    /** How a row is read. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What becomes of a row. */
    public interface Sink {
        void take(ResultSet row) throws SQLException;
    }

    private Query() {}

    /** All rows, in the order of the answer. */
    public static <T> List<T> rows(Connection connection, String query, Reader<T> reader, Object... values)
            throws SQLException {
        List<T> all = new ArrayList<>();
        forEach(connection, query, row -> all.add(reader.read(row)), values);
        return all;
    }

    /** Hands them over one by one. */
    public static void forEach(Connection connection, String query, Sink sink, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.take(rows);
                }
            }
        }
    }
}
