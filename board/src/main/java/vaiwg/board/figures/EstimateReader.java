package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads the early estimates of 28 days that were published at several midnights. */
public final class EstimateReader {
    private static final String ESTIMATES = """
            SELECT kpi, basis, "window", slice, as_at, value, lower, upper, data_through
            FROM vaiwg.kpi_value
            WHERE force = ? AND publication = ? AND as_at = ANY (?) AND basis LIKE 'incidence%' AND "window" = '28d'
              AND numerator IS NULL AND NOT small AND slice NOT LIKE '%lpa=%'
            ORDER BY as_at
            """;

    private EstimateReader() {}

    /** An estimate as it was published at a midnight. */
    public record Estimate(
            SeriesKey key, LocalDate asAt, LocalDate dataThrough, double value, double lower, double upper) {}

    /** The estimates of totals and themes as published at the given midnights, oldest first. */
    public static List<Estimate> read(Connection connection, PublishedSnapshot snapshot, List<LocalDate> midnights)
            throws SQLException {
        return Query.list(
                connection,
                ESTIMATES,
                row -> new Estimate(
                        Query.key(row),
                        row.getObject("as_at", LocalDate.class),
                        row.getObject("data_through", LocalDate.class),
                        row.getDouble("value"),
                        row.getDouble("lower"),
                        row.getDouble("upper")),
                snapshot.force(),
                snapshot.publication(),
                Query.dates(connection, midnights));
    }
}
