package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Makes series known in the transaction in which their first rows are written. */
final class SeriesWriter {
    private static final String INSERT =
            "INSERT INTO kpi_series (series_id, force, kpi, basis, \"window\", slice, definition_hash, horizon_days, restricted)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final Connection connection;
    private final List<Series> waiting = new ArrayList<>();

    SeriesWriter(Connection connection) {
        this.connection = connection;
    }

    void add(Series series) {
        waiting.add(series);
    }

    void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Series series : waiting) {
                set(insert, series);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        waiting.clear();
    }

    private static void set(PreparedStatement statement, Series series) throws SQLException {
        statement.setLong(1, series.id());
        statement.setString(2, series.force());
        statement.setString(3, series.kpi());
        statement.setString(4, series.basis());
        statement.setString(5, series.window());
        statement.setString(6, series.slice());
        statement.setString(7, series.definition());
        if (series.horizon() == null) {
            statement.setNull(8, Types.INTEGER);
        } else {
            statement.setInt(8, series.horizon());
        }
        statement.setBoolean(9, series.restricted());
    }
}
