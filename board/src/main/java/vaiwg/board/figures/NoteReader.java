package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Reads what owners said up to an instant, the oldest first. */
public final class NoteReader {
    private NoteReader() {}

    /** Of signals, of commitments, to the board, what it asked for, and what was done. */
    public static List<PublishedNote> notes(Connection connection, String force, Instant until) throws SQLException {
        return notes(connection, "kpi_note", force, until, "%");
    }

    /** What the lead of Our Behaviour reported to the board, for a user with the role {@code vaiwg_conduct}. */
    public static List<PublishedNote> reportsOnConduct(Connection connection, String force, Instant until)
            throws SQLException {
        return notes(connection, "kpi_note_conduct", force, until, "report/%");
    }

    /**
     * Up to which instant notes are in a report that is not registered: all that there are, and no clock, so that it can be made again. Just after
     * the force's newest note, or the first midnight of the as-at where there is none later.
     */
    public static Instant until(Connection connection, String force, LocalDate asAt) throws SQLException {
        return Rows.list(connection, Instant.class, """
                SELECT greatest(:midnight::timestamp AT TIME ZONE 'Europe/London', max(known_at) + interval '1 millisecond') AS value
                FROM vaiwg.kpi_note WHERE force = :force
                """, Map.of("midnight", asAt.atStartOfDay(), "force", force))
                .get(0);
    }

    private static List<PublishedNote> notes(
            Connection connection, String table, String force, Instant until, String subjects) throws SQLException {
        String query = """
                SELECT signal_id, kind = 'acknowledgement' AS acknowledgement, coalesce(cause, '') AS cause, coalesce(action, '') AS action,
                       coalesce(post, '') AS post, (at AT TIME ZONE 'Europe/London')::date AS "on", standing, login,
                       coalesce(owner, '') AS owner, due, done
                FROM vaiwg.%s
                WHERE force = :force AND known_at < :until AND signal_id LIKE :subjects
                ORDER BY known_at, version
                """.formatted(table);
        return Rows.list(
                connection,
                PublishedNote.class,
                query,
                Map.of("force", force, "until", until.atOffset(ZoneOffset.UTC), "subjects", subjects));
    }
}
