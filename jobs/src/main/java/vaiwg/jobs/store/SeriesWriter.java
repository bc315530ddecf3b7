package vaiwg.jobs.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes series known in the transaction in which their first rows are written, many in one statement. */
final class SeriesWriter {
    private static final String INSERT =
            "INSERT INTO kpi_series (series_id, force, kpi, basis, \"window\", slice, definition_hash, horizon_days, restricted)"
                    + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

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
            insert.setArray(1, column("bigint", Series::id));
            insert.setArray(2, column("text", Series::force));
            insert.setArray(3, column("text", Series::kpi));
            insert.setArray(4, column("text", Series::basis));
            insert.setArray(5, column("text", Series::window));
            insert.setArray(6, column("text", Series::slice));
            insert.setArray(7, column("text", Series::definition));
            insert.setArray(8, column("int", Series::horizon));
            insert.setArray(9, column("bool", Series::restricted));
            insert.executeUpdate();
        }
        waiting.clear();
    }

    private Array column(String type, Function<Series, Object> field) throws SQLException {
        return connection.createArrayOf(type, waiting.stream().map(field).toArray());
    }
}
