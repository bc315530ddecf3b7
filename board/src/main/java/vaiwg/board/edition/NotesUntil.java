package vaiwg.board.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Up to which instant owners' notes are in a report that is not registered: all that there are, and no clock, so that it can be made again. */
public final class NotesUntil {
    private NotesUntil() {}

    /** Just after the force's newest note, or the first midnight of the as-at where there is none later. */
    public static Instant newest(Connection connection, String force, LocalDate asAt) throws SQLException {
        String query = """
                SELECT greatest(?::timestamp AT TIME ZONE 'Europe/London', max(known_at) + interval '1 millisecond') AS until
                FROM vaiwg.kpi_note WHERE force = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, asAt.atStartOfDay());
            statement.setString(2, force);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject("until", OffsetDateTime.class).toInstant();
            }
        }
    }
}
