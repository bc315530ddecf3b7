package vaiwg.demo.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of PostgreSQL as a Parquet file. */
public final class QueriedTable implements AutoCloseable {
    private final List<ColumnType> types;
    private final ParquetFile file;

    /**
     * Begins a file.
     *
     * @param out is closed with it
     * @param columns what the rows have
     */
    public QueriedTable(OutputStream out, ResultSetMetaData columns) throws IOException, SQLException {
        Map<String, ColumnType> byName = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            byName.put(columns.getColumnName(column), type(columns.getColumnType(column)));
        }
        types = new ArrayList<>(byName.values());
        file = new ParquetFile(out, byName);
    }

    /** What is of no type of its own is written as the text that PostgreSQL gives. */
    private static ColumnType type(int jdbcType) {
        return switch (jdbcType) {
            case Types.BIT, Types.BOOLEAN -> ColumnType.BOOLEAN;
            case Types.SMALLINT, Types.INTEGER -> ColumnType.INTEGER;
            case Types.BIGINT -> ColumnType.LONG;
            case Types.REAL, Types.DOUBLE -> ColumnType.DOUBLE;
            case Types.DATE -> ColumnType.DATE;
            default -> ColumnType.TEXT;
        };
    }

    /** Writes all rows that are to come. */
    public void addAll(ResultSet rows) throws IOException, SQLException {
        Object[] row = new Object[types.size()];
        while (rows.next()) {
            for (int column = 0; column < row.length; column++) {
                row[column] = value(rows, column + 1, types.get(column));
            }
            file.add(row);
        }
    }

    private static Object value(ResultSet rows, int column, ColumnType type) throws SQLException {
        Object value =
                switch (type) {
                    case BOOLEAN -> Boolean.valueOf(rows.getBoolean(column));
                    case INTEGER -> Integer.valueOf(rows.getInt(column));
                    case LONG -> Long.valueOf(rows.getLong(column));
                    case DOUBLE -> Double.valueOf(rows.getDouble(column));
                    case TEXT -> rows.getString(column);
                    case DATE -> day(rows.getObject(column, LocalDate.class));
                };
        return rows.wasNull() ? null : value;
    }

    private static Integer day(LocalDate date) {
        return date == null ? null : (Integer) (int) date.toEpochDay();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
