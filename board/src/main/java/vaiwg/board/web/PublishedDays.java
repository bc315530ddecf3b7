package vaiwg.board.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.Rows;
import vaiwg.kpis.text.Digits;

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

    /**
     * How far a force's history is loaded, which ends today: "312 of 1,096 days"; empty where it is not being loaded, as fewer than ten nights
     * were published in the last half minute.
     */
    static Optional<String> loading(Connection connection, String force) throws SQLException {
        record Loaded(int newly, int days, int until) {}
        return Rows.list(connection, Loaded.class, """
                SELECT count(*) FILTER (WHERE published_at > now() - interval '30 seconds')::int AS newly,
                       max(as_at) - min(history_from) AS days, (now() AT TIME ZONE 'Europe/London')::date - min(history_from) AS until
                FROM vaiwg.kpi_snapshot WHERE force = :force
                """, Map.of("force", force)).stream()
                .filter(loaded -> loaded.newly() >= NIGHTS)
                .map(loaded -> Digits.count(loaded.days())
                        + (loaded.until() < loaded.days() ? "" : " of " + Digits.count(loaded.until())) + " days")
                .findFirst();
    }
}
