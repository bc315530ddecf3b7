package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.suppression.Withheld;

/** Reads the values of a snapshot from {@code kpi_value}, or of conduct from {@code kpi_value_conduct}. */
public final class ValueReader {
    private static final String VALUES = """
            SELECT kpi, basis, "window", slice, definition_hash, numerator, denominator, value, lower, upper, small, partial,
                   data_through, withheld, %s
            FROM vaiwg.%s
            WHERE force = ? AND as_at = ? AND publication = ?
            """;

    private static final String OPEN = "false AS suppressed, compared IS NOT FALSE AS compared";

    private final Connection connection;
    private final boolean conduct;

    /** @param conduct whether to read the restricted figures, and only them */
    public ValueReader(Connection connection, boolean conduct) {
        this.connection = connection;
        this.conduct = conduct;
    }

    /** @throws IllegalStateException if the snapshot has a cell twice, under two definitions */
    public SnapshotValues read(PublishedSnapshot snapshot) throws SQLException {
        // Totals only of conduct: the cuts of a suppressed total would give it away again.
        String query = conduct
                ? VALUES.formatted("suppressed, true AS compared", "kpi_value_conduct") + " AND slice = ''"
                : VALUES.formatted(OPEN, "kpi_value");
        List<PublishedValue> values = Query.list(
                connection, query, ValueReader::value, snapshot.force(), snapshot.asAt(), snapshot.publication());
        Map<SeriesKey, PublishedValue> byKey = new LinkedHashMap<>();
        for (PublishedValue value : values) {
            if (byKey.put(value.key(), value) != null) {
                throw new IllegalStateException("The snapshot of " + snapshot.asAt() + " holds "
                        + value.key().kpi() + " under two definitions: publish it again as a new publication.");
            }
        }
        return new SnapshotValues(snapshot, byKey);
    }

    private static PublishedValue value(ResultSet row) throws SQLException {
        return new PublishedValue(
                Query.key(row),
                row.getString("definition_hash"),
                row.getObject("numerator", Integer.class),
                row.getObject("denominator", Integer.class),
                Query.number(row, "value"),
                Query.number(row, "lower"),
                Query.number(row, "upper"),
                row.getBoolean("small"),
                row.getBoolean("partial"),
                row.getBoolean("suppressed"),
                row.getBoolean("compared"),
                Optional.ofNullable(row.getString("withheld")).map(Withheld::of),
                Optional.ofNullable(row.getObject("data_through", LocalDate.class)));
    }
}
