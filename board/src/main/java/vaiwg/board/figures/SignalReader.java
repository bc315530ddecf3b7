package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.schemas.Standing;

/** Reads what was said of signals up to a snapshot, and what their owners say of them. */
public final class SignalReader {
    /** Beside each row the period of the chart that it is about; the daily alarm has none. */
    private static final String SIGNALS = """
            SELECT s.signal_id, s.kpi, s.basis, s."window", s.slice, s.as_at AS said_on, s.rule AS said_rule, s.state, s.change, s.since,
                   s.day, s.n, s.observed, s.expected, l.as_at, l.first_day, l.last_day, l.numerator, l.denominator, l.value, l.lower,
                   l.centre, l.upper, l.blocks, l.trial, l.chart, l.variation, l.rule, l.side, l.assurance
            FROM vaiwg.kpi_signal s
            LEFT JOIN vaiwg.kpi_limit l USING (force, publication, kpi, basis, "window", slice, as_at)
            WHERE s.force = ? AND s.publication = ? AND s.as_at <= ?
            ORDER BY s.as_at,
                     array_position(ARRAY['raised', 'confirmed', 'turned', 'acknowledged', 'ended', 'withdrawn'], s.change), s.signal_id
            """;

    private static final String NOTES = """
            SELECT signal_id, version, kind, coalesce(cause, '') AS cause, coalesce(action, '') AS action, coalesce(post, '') AS post,
                   (at AT TIME ZONE 'Europe/London')::date AS noted_on, known_at, standing, login
            FROM vaiwg.%s
            WHERE force = ? AND known_at < ? AND signal_id LIKE ?
            ORDER BY known_at, version
            """;

    private SignalReader() {}

    /** All signals raised up to the snapshot, the oldest first. */
    public static List<SignalCourse> signals(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        Map<String, List<SignalChange>> byId = Query.list(
                        connection,
                        SIGNALS,
                        SignalReader::change,
                        snapshot.force(),
                        snapshot.publication(),
                        snapshot.asAt())
                .stream()
                .collect(Collectors.groupingBy(SignalChange::signalId, LinkedHashMap::new, Collectors.toList()));
        return byId.entrySet().stream()
                .map(entry -> new SignalCourse(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** Owners' notes that were known before an instant, the oldest first. */
    public static List<PublishedNote> notes(Connection connection, String force, Instant until) throws SQLException {
        return notes(connection, "kpi_note", force, until, "%");
    }

    /** Likewise what the lead of Our Behaviour reported to the board, for a user with the role {@code vaiwg_conduct}. */
    public static List<PublishedNote> reportsOnConduct(Connection connection, String force, Instant until)
            throws SQLException {
        return notes(connection, "kpi_note_conduct", force, until, "report/%");
    }

    private static List<PublishedNote> notes(
            Connection connection, String table, String force, Instant until, String subjects) throws SQLException {
        return Query.list(
                connection,
                NOTES.formatted(table),
                SignalReader::note,
                force,
                until.atOffset(ZoneOffset.UTC),
                subjects);
    }

    private static SignalChange change(ResultSet row) throws SQLException {
        return new SignalChange(
                row.getString("signal_id"),
                Query.key(row),
                row.getObject("said_on", LocalDate.class),
                row.getString("said_rule"),
                row.getString("state"),
                row.getString("change"),
                row.getObject("since", LocalDate.class),
                row.getObject("day", LocalDate.class),
                row.getInt("n"),
                row.getDouble("observed"),
                row.getDouble("expected"),
                row.getString("chart") == null ? Optional.empty() : Optional.of(ChartReader.period(row)));
    }

    private static PublishedNote note(ResultSet row) throws SQLException {
        return new PublishedNote(
                row.getString("signal_id"),
                row.getLong("version"),
                row.getString("kind").equals("acknowledgement"),
                row.getString("cause"),
                row.getString("action"),
                row.getString("post"),
                Optional.ofNullable(row.getString("login")),
                row.getObject("noted_on", LocalDate.class),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("standing"))
                        .map(said -> Standing.valueOf(said.toUpperCase(Locale.ROOT))));
    }
}
