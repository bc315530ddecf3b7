package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vaiwg.board.figures.Rows;

/** Of which days there are reports. */
final class PublishedDays {
    private static final int NIGHTS = 10;

    private PublishedDays() {}

    /** A force's days, the newest first: the last four weeks, and of those before the first kept of each month. */
    static List<LocalDate> days(Connection connection, String force) throws SQLException {
        return Rows.list(connection, LocalDate.class, """
                SELECT DISTINCT as_at AS value FROM vaiwg.kpi_snapshot s
                WHERE force = :force AND (as_at > (SELECT max(as_at) FROM vaiwg.kpi_snapshot WHERE force = s.force) - 28
                    OR extract(day FROM as_at) = 1)
                ORDER BY as_at DESC
                """, Map.of("force", force));
    }

    /** Whether a force's history is being loaded: ten nights or more were published in the last half minute. */
    static boolean isLoading(Connection connection, String force) throws SQLException {
        return Rows.list(connection, Integer.class, """
                SELECT count(*)::int AS value FROM vaiwg.kpi_snapshot
                WHERE force = :force AND published_at > now() - interval '30 seconds'
                """, Map.of("force", force)).get(0) >= NIGHTS;
    }
}
