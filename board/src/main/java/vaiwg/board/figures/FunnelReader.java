package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads from {@code kpi_funnel} the policing areas beside one another at a snapshot. */
public final class FunnelReader {
    private static final String FUNNELS = """
            SELECT kpi, basis, "window", slice, coalesce(theme, '') AS theme, lpa, numerator, denominator, centre, lower_95, upper_95, lower_998, upper_998
            FROM vaiwg.kpi_funnel
            WHERE force = ? AND as_at = ? AND publication = ?
            ORDER BY kpi, basis, "window", slice
            """;

    private FunnelReader() {}

    public static List<FunnelPoint> read(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        return Query.list(
                connection, FUNNELS, FunnelReader::point, snapshot.force(), snapshot.asAt(), snapshot.publication());
    }

    private static FunnelPoint point(ResultSet row) throws SQLException {
        return new FunnelPoint(
                Query.key(row),
                row.getString("theme"),
                row.getString("lpa"),
                row.getInt("numerator"),
                row.getInt("denominator"),
                row.getDouble("centre"),
                row.getDouble("lower_95"),
                row.getDouble("upper_95"),
                row.getDouble("lower_998"),
                row.getDouble("upper_998"));
    }
}
