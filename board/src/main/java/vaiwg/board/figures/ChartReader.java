package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads from {@code kpi_limit} the periods that had ended by a snapshot. Of policing areas the newest one alone, the others of three
 * years. Periods are never changed, so next year the same snapshot reads the same.
 */
public final class ChartReader {
    /** Three years of 28 days. */
    public static final int PERIODS = 39;

    private static final String CHARTS = """
            SELECT kpi, basis, "window", slice, as_at, first_day, last_day, numerator, denominator, value, lower, centre, upper, blocks,
                   trial, chart, variation, rule, side, assurance
            FROM vaiwg.kpi_limit
            WHERE force = ? AND publication = ? AND as_at <= ?
              AND as_at > CASE WHEN "window" = '1m' THEN ?::date - interval '39 months'
                               WHEN slice LIKE '%lpa=%' THEN ?::date - interval '28 days'
                               ELSE ?::date - interval '1092 days' END
            ORDER BY as_at
            """;

    private ChartReader() {}

    public static Charts read(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        LocalDate asAt = snapshot.asAt();
        List<ChartedPeriod> periods = Query.list(
                connection,
                CHARTS,
                ChartReader::period,
                snapshot.force(),
                snapshot.publication(),
                asAt,
                asAt,
                asAt,
                asAt);
        Map<SeriesKey, List<ChartedPeriod>> byKey = periods.stream()
                .collect(Collectors.groupingBy(ChartedPeriod::key, LinkedHashMap::new, Collectors.toList()));
        return new Charts(byKey);
    }

    /** The period at which a row stands, with the columns of {@code kpi_limit}. */
    static ChartedPeriod period(ResultSet row) throws SQLException {
        return new ChartedPeriod(
                Query.key(row),
                row.getObject("as_at", LocalDate.class),
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
                ChartedPeriod.Chart.valueOf(row.getString("chart").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("variation"))
                        .map(text -> ChartedPeriod.Variation.valueOf(text.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.getString("rule")),
                row.getInt("side"),
                Optional.ofNullable(row.getString("assurance")));
    }
}
