package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads how many there were of a stock at several midnights, in all. */
public final class LevelReader {
    private static final String LEVELS = """
            SELECT kpi, as_at, numerator
            FROM vaiwg.kpi_value
            WHERE force = ? AND publication = ? AND as_at = ANY (?) AND basis = 'stock' AND slice = '' AND numerator IS NOT NULL
            ORDER BY kpi, as_at
            """;

    private LevelReader() {}

    /** How many there were at a midnight. */
    public record Level(String kpi, LocalDate asAt, int number) {}

    /** The totals of all stocks at the given midnights that were published, oldest first. */
    public static List<Level> read(Connection connection, PublishedSnapshot snapshot, List<LocalDate> midnights)
            throws SQLException {
        return Query.list(
                connection,
                LEVELS,
                row -> new Level(
                        row.getString("kpi"), row.getObject("as_at", LocalDate.class), row.getInt("numerator")),
                snapshot.force(),
                snapshot.publication(),
                Query.dates(connection, midnights));
    }
}
