package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads what came after its time: late records by stream. */
public final class LateReader {
    private static final String LATE = """
            SELECT stream, sum(events)::int AS events
            FROM vaiwg.late_event_day
            WHERE force = ? AND day >= ? AND day < ?
            GROUP BY stream ORDER BY stream
            """;

    private LateReader() {}

    /** Records of a stream that came late. */
    public record Late(String stream, int events) {}

    /** Records that came late on the days from one midnight to another. */
    public static List<Late> read(Connection connection, String force, LocalDate from, LocalDate to)
            throws SQLException {
        return Query.list(
                connection, LATE, row -> new Late(row.getString("stream"), row.getInt("events")), force, from, to);
    }
}
