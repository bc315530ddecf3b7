package vaiwg.board;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one published snapshot through the views of the roles {@code vaiwg_reader} and {@code vaiwg_conduct}. */
final class SnapshotReader {
    private final Connection connection;
    private final SnapshotRequest request;

    SnapshotReader(Connection connection, SnapshotRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /** @throws PackException if that snapshot was not published or the tier is not open to this database user */
    PublishedSnapshot read() throws SQLException {
        String marker = """
                SELECT generation, kind, (published_at AT TIME ZONE 'Europe/London')::date AS written_on, granularity,
                       complete, catalogue, history_from FROM vaiwg.kpi_snapshot
                WHERE force = ? AND as_at = ? AND generation = coalesce(?, generation)
                ORDER BY generation DESC LIMIT 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(marker)) {
            statement.setString(1, request.force());
            statement.setObject(2, request.asAt());
            statement.setObject(3, request.generation().orElse(null), java.sql.Types.SMALLINT);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new PackException(absence());
                }
                int generation = row.getInt("generation");
                return new PublishedSnapshot(
                        request.force(),
                        request.asAt(),
                        generation,
                        row.getString("kind"),
                        row.getObject("written_on", LocalDate.class),
                        row.getString("granularity"),
                        row.getBoolean("complete"),
                        row.getString("catalogue"),
                        Optional.ofNullable(row.getObject("history_from", LocalDate.class)),
                        dataThrough(generation),
                        measures(generation),
                        cells(generation),
                        new ChartReader(connection, request).read(generation));
            }
        }
    }

    private NavigableMap<String, String> dataThrough(int generation) throws SQLException {
        NavigableMap<String, String> entries = new TreeMap<>();
        String query = """
                SELECT entry.key, entry.value #>> '{}' AS value
                FROM vaiwg.kpi_snapshot, jsonb_each(data_through) AS entry
                WHERE force = ? AND as_at = ? AND generation = ? AND jsonb_typeof(entry.value) = 'string'
                """;
        try (PreparedStatement statement = ofSnapshot(query, generation);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.put(row.getString("key"), row.getString("value"));
            }
        }
        return entries;
    }

    /** What was said of the measures when the snapshot was published. */
    private NavigableMap<String, DictionaryEntry> measures(int generation) throws SQLException {
        NavigableMap<String, DictionaryEntry> measures = new TreeMap<>();
        String query = "SELECT * FROM vaiwg.kpi_dictionary WHERE generation = ? AND since <= ? AND ? < until";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(1, generation);
            statement.setObject(2, request.asAt());
            statement.setObject(3, request.asAt());
            read(statement, measures);
        }
        return measures;
    }

    private static void read(PreparedStatement statement, NavigableMap<String, DictionaryEntry> measures)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                DictionaryEntry entry = new DictionaryEntry(
                        row.getString("kpi"),
                        row.getString("priority"),
                        row.getString("title"),
                        row.getString("definition"),
                        row.getString("direction"),
                        row.getString("caution"),
                        DictionaryEntry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getInt("minimum_n"),
                        row.getBoolean("restricted"),
                        row.getString("unit"),
                        Optional.ofNullable(row.getString("needs")));
                measures.put(entry.kpi(), entry);
            }
        }
    }

    private NavigableMap<Cell.Key, Cell> cells(int generation) throws SQLException {
        NavigableMap<Cell.Key, Cell> cells = new TreeMap<>();
        String columns = """
                SELECT kpi, basis, "window", slice, definition_hash, numerator, denominator FROM vaiwg.%s
                WHERE force = ? AND as_at = ? AND generation = ? AND %s
                """;
        read(columns.formatted("kpi_value", "numerator IS NOT NULL"), generation, cells);
        if (request.tier() == Tier.INTERNAL) {
            requireConductRole();
            // Totals only: the cuts of a suppressed total would give it away again.
            String totals = "(numerator IS NOT NULL OR suppressed) AND slice = ''";
            read(columns.formatted("kpi_value_conduct", totals), generation, cells);
        }
        return cells;
    }

    private void read(String query, int generation, NavigableMap<Cell.Key, Cell> into) throws SQLException {
        try (PreparedStatement statement = ofSnapshot(query, generation);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                View view = new View(row.getString("basis"), row.getString("window"));
                Cell.Key key = new Cell.Key(row.getString("kpi"), view, row.getString("slice"));
                String definition = row.getString("definition_hash");
                Integer numerator = row.getObject("numerator", Integer.class);
                Cell cell = numerator == null
                        ? Cell.suppressed(key, definition)
                        : Cell.open(key, definition, numerator, row.getObject("denominator", Integer.class));
                if (into.put(key, cell) != null) {
                    throw new PackException("The snapshot holds " + key.kpi() + " under two definitions for the same"
                            + " cell: publish it again as a new generation.");
                }
            }
        }
    }

    private void requireConductRole() throws SQLException {
        String query = "SELECT has_table_privilege('vaiwg.kpi_value_conduct', 'SELECT')";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new PackException("The internal tier holds conduct figures: connect as a user with the role"
                        + " vaiwg_conduct, or ask for the board tier.");
            }
        }
    }

    private String absence() throws SQLException {
        List<Integer> generations = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT generation FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at = ? ORDER BY generation")) {
            statement.setString(1, request.force());
            statement.setObject(2, request.asAt());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    generations.add(row.getInt(1));
                }
            }
        }
        if (!generations.isEmpty()) {
            return "The snapshot of %s as at %s has no generation %d: ask for one of %s."
                    .formatted(
                            request.force(),
                            request.asAt(),
                            request.generation().orElseThrow(),
                            generations);
        }
        List<String> nearest = nearest();
        return nearest.isEmpty()
                ? "No snapshot of %s has been published: check the name of the force.".formatted(request.force())
                : "No snapshot of %s was published as at %s: ask for %s."
                        .formatted(request.force(), request.asAt(), String.join(" or ", nearest));
    }

    /** The published days next before and next after the one asked for. */
    private List<String> nearest() throws SQLException {
        String query = """
                SELECT max(as_at) FILTER (WHERE as_at < ?), min(as_at) FILTER (WHERE as_at > ?)
                FROM vaiwg.kpi_snapshot WHERE force = ? AND generation = coalesce(?, generation)
                """;
        List<String> days = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, request.asAt());
            statement.setObject(2, request.asAt());
            statement.setString(3, request.force());
            statement.setObject(4, request.generation().orElse(null), java.sql.Types.SMALLINT);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int column = 1; column <= 2; column++) {
                    LocalDate day = row.getObject(column, LocalDate.class);
                    if (day != null) {
                        days.add(day.toString());
                    }
                }
            }
        }
        return days;
    }

    private PreparedStatement ofSnapshot(String query, int generation) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setString(1, request.force());
        statement.setObject(2, request.asAt());
        statement.setInt(3, generation);
        return statement;
    }
}
