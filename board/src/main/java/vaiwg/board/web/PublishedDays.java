package vaiwg.board.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of which forces and days there are reports. */
final class PublishedDays {
    private final Connection connection;

    PublishedDays(Connection connection) {
        this.connection = connection;
    }

    /**
     * A snapshot, by what tells it from any other.
     *
     * @param publishedAt changes where the same day is published again
     */
    record Published(String force, LocalDate asAt, int generation, Instant publishedAt) {}

    /** In order of their names. */
    List<String> forces() throws SQLException {
        List<String> forces = new ArrayList<>();
        // One step of the index for each force: there are few, and thousands of snapshots.
        String query = """
                WITH RECURSIVE named AS (
                    SELECT min(force) AS force FROM vaiwg.kpi_snapshot
                    UNION ALL
                    SELECT (SELECT min(s.force) FROM vaiwg.kpi_snapshot s WHERE s.force > n.force) FROM named n WHERE n.force IS NOT NULL)
                SELECT force FROM named WHERE force IS NOT NULL
                """;
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                forces.add(row.getString(1));
            }
        }
        return forces;
    }

    /** The newest publication of a force's day, or of its newest day where none is named. */
    Optional<Published> find(String force, Optional<LocalDate> asAt) throws SQLException {
        String query = """
                SELECT as_at, generation, published_at FROM vaiwg.kpi_snapshot
                WHERE force = ? AND as_at = coalesce(?, (SELECT max(as_at) FROM vaiwg.kpi_snapshot WHERE force = ?))
                ORDER BY generation DESC LIMIT 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, force);
            statement.setObject(2, asAt.orElse(null), java.sql.Types.DATE);
            statement.setString(3, force);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Published(
                                force,
                                row.getObject("as_at", LocalDate.class),
                                row.getInt("generation"),
                                row.getObject("published_at", OffsetDateTime.class)
                                        .toInstant()))
                        : Optional.empty();
            }
        }
    }

    /** A force's days, the newest first: the last four weeks, and of those before the first kept of each month. */
    List<LocalDate> days(String force) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        String query = """
                SELECT DISTINCT as_at FROM vaiwg.kpi_snapshot s
                WHERE force = ? AND (as_at > (SELECT max(as_at) FROM vaiwg.kpi_snapshot WHERE force = s.force) - 28
                    OR extract(day FROM as_at) = 1)
                ORDER BY as_at DESC
                """;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, force);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
            }
        }
        return days;
    }

    /** Tells the owners' newest note on a force's signals from any other; empty where there is none. */
    String newestNote(String force) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT coalesce(max(admitted_at)::text, '') FROM vaiwg.kpi_note WHERE force = ?")) {
            statement.setString(1, force);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
