package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads what came after its time: late records by stream, and what later releases of an archive corrected. */
public final class CorrectionReader {
    private static final String LATE = """
            SELECT stream, sum(events)::int AS events
            FROM vaiwg.late_event_day
            WHERE force = ? AND day >= ? AND day < ?
            GROUP BY stream ORDER BY stream
            """;

    private static final String RELEASES = """
            SELECT cause, sum(came)::int AS came, sum(went)::int AS went, sum(altered)::int AS altered
            FROM vaiwg.release_change
            WHERE force = ? AND known_from > ? AND known_from <= ?
            GROUP BY cause ORDER BY cause
            """;

    private CorrectionReader() {}

    /** Records of a stream that came late. */
    public record Late(String stream, int events) {}

    /** What later releases changed for one cause, in crimes. */
    public record Correction(String cause, int came, int went, int altered) {}

    /** Records that came late on the days from one midnight to another. */
    public static List<Late> late(Connection connection, String force, LocalDate from, LocalDate to)
            throws SQLException {
        return Query.list(
                connection, LATE, row -> new Late(row.getString("stream"), row.getInt("events")), force, from, to);
    }

    /** What releases known after a midnight, up to another, corrected. */
    public static List<Correction> releases(Connection connection, String force, LocalDate after, LocalDate to)
            throws SQLException {
        return Query.list(
                connection,
                RELEASES,
                row -> new Correction(
                        row.getString("cause"), row.getInt("came"), row.getInt("went"), row.getInt("altered")),
                force,
                after,
                to);
    }
}
