package vaiwg.jobs.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes series, and their places in packs, known in the transaction in which their first rows are written, many in one statement. */
final class SeriesWriter {
    private static final String INSERT =
            "INSERT INTO kpi_series (series_id, force, kpi, basis, \"window\", slice, definition_hash, horizon_days, restricted)"
                    + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String PLACE =
            "INSERT INTO kpi_pack_place (series_id, pack_id, place) SELECT * FROM unnest(?, ?, ?) ON CONFLICT DO NOTHING";

    private final Connection connection;
    private final List<Series> waiting = new ArrayList<>();
    private final List<PackPlace> places = new ArrayList<>();

    SeriesWriter(Connection connection) {
        this.connection = connection;
    }

    /** One for rows that are compared and not written, whose series are known already. */
    static SeriesWriter unwritten() {
        return new SeriesWriter(null);
    }

    void add(Series series) {
        waiting.add(series);
    }

    /** @param place in the pack, from 1 */
    void add(Series series, long pack, short place) {
        places.add(new PackPlace(series.id(), pack, place));
    }

    private record PackPlace(long series, long pack, short place) {}

    void flush() throws SQLException {
        if (!waiting.isEmpty()) {
            flushSeries();
        }
        if (!places.isEmpty()) {
            flushPlaces();
        }
    }

    private void flushSeries() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, column(waiting, "bigint", Series::id));
            insert.setArray(2, column(waiting, "text", Series::force));
            insert.setArray(3, column(waiting, "text", Series::kpi));
            insert.setArray(4, column(waiting, "text", Series::basis));
            insert.setArray(5, column(waiting, "text", Series::window));
            insert.setArray(6, column(waiting, "text", Series::slice));
            insert.setArray(7, column(waiting, "text", Series::definition));
            insert.setArray(8, column(waiting, "int", Series::horizon));
            insert.setArray(9, column(waiting, "bool", Series::restricted));
            insert.executeUpdate();
        }
        waiting.clear();
    }

    private void flushPlaces() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PLACE)) {
            insert.setArray(1, column(places, "bigint", PackPlace::series));
            insert.setArray(2, column(places, "bigint", PackPlace::pack));
            insert.setArray(3, column(places, "smallint", PackPlace::place));
            insert.executeUpdate();
        }
        places.clear();
    }

    private <T> Array column(List<T> rows, String type, Function<T, Object> field) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(field).toArray());
    }
}
