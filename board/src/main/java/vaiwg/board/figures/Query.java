package vaiwg.board.figures;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Runs a query and makes an object of each row. */
final class Query {
    /** Makes an object of the row at which the result stands. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Query() {}

    /** @param arguments of the question marks, in their order; a null is not allowed */
    static <T> List<T> list(Connection connection, String sql, RowReader<T> reader, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        }
    }

    /** An argument for {@code = ANY (?)}. */
    static Array dates(Connection connection, List<LocalDate> dates) throws SQLException {
        return connection.createArrayOf("date", dates.toArray());
    }

    /** One column of keys, each text once, as an argument for {@code = ANY (?)}. */
    static Array texts(Connection connection, Collection<SeriesKey> keys, Function<SeriesKey, String> column)
            throws SQLException {
        return connection.createArrayOf(
                "text", keys.stream().map(column).distinct().toArray());
    }

    static SeriesKey key(ResultSet row) throws SQLException {
        return new SeriesKey(
                row.getString("kpi"), row.getString("basis"), row.getString("window"), row.getString("slice"));
    }

    /** NaN where the column is null. */
    static double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }
}
