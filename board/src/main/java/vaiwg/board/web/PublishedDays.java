package vaiwg.board.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Of which forces and days there are reports. */
final class PublishedDays {
    private final Connection connection;

    PublishedDays(Connection connection) {
        this.connection = connection;
    }

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
}
