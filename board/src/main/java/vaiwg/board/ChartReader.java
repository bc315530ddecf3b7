package vaiwg.board;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vaiwg.kpis.signals.charts.ChartKind;

/**
 * Reads the block charts that stand at a snapshot: of each the newest block that had ended by then. Blocks and what is said of them are
 * never changed, so next year the same snapshot reads the same.
 */
final class ChartReader {
    /** A block stands until the next one has ended; a month is the longest. Of two horizons it is the shorter, whose signals are told. */
    private static final String CHARTS = """
            SELECT DISTINCT ON (l.kpi, l."window", l.slice) l.*, s.state
            FROM vaiwg.kpi_limit l
            LEFT JOIN (
                SELECT DISTINCT ON (signal_id) kpi, basis, "window", slice, state, change
                FROM vaiwg.kpi_signal
                WHERE force = ? AND as_at <= ? AND generation = ? AND basis <> 'daily'
                ORDER BY signal_id, as_at DESC, change = 'confirmed' DESC
            ) s ON s.kpi = l.kpi AND s.basis = l.basis AND s."window" = l."window" AND s.slice = l.slice
                AND s.change IN ('raised', 'confirmed')
            WHERE l.force = ? AND l.as_at <= ? AND l.generation = ?
              AND l.as_at > ?::date - CASE l."window" WHEN '1m' THEN 31 ELSE 28 END
            ORDER BY l.kpi, l."window" DESC, l.slice, l.as_at DESC, substring(l.basis FROM '[0-9]+')::int
            """;

    private final Connection connection;
    private final SnapshotRequest request;

    ChartReader(Connection connection, SnapshotRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /** The newest blocks by measure and slice; where a measure is charted by days and by months, by days. */
    NavigableMap<ChartedBlock.Key, ChartedBlock> read(int generation) throws SQLException {
        NavigableMap<ChartedBlock.Key, ChartedBlock> charts = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CHARTS)) {
            for (int first : new int[] {1, 4}) {
                statement.setString(first, request.force());
                statement.setObject(first + 1, request.asAt());
                statement.setInt(first + 2, generation);
            }
            statement.setObject(7, request.asAt());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    charts.putIfAbsent(new ChartedBlock.Key(row.getString("kpi"), row.getString("slice")), block(row));
                }
            }
        }
        return charts;
    }

    private static ChartedBlock block(ResultSet row) throws SQLException {
        return new ChartedBlock(
                new View(row.getString("basis"), row.getString("window")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("numerator"),
                row.getObject("denominator", Integer.class),
                row.getDouble("value"),
                row.getDouble("lower"),
                row.getDouble("centre"),
                row.getDouble("upper"),
                row.getInt("blocks"),
                row.getBoolean("trial"),
                Optional.ofNullable(row.getString("variation")),
                Optional.ofNullable(row.getString("rule")),
                row.getInt("side"),
                ChartKind.valueOf(row.getString("chart").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("assurance")),
                Optional.ofNullable(row.getString("state")));
    }
}
