package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds one signal, by its name or by the series that it is about. */
public final class SignalRecordReader {
    /** Of a thing that several publications say at the same midnight, the newest one's words. */
    private static final String ENTRIES = """
            SELECT s.kpi, s.slice, s.as_at, s.state, s.change, s.paragraph, coalesce(m.title, s.kpi) AS title,
                   coalesce(m.priority, '') AS area, coalesce(m.owner, '') AS owner
            FROM (
                SELECT DISTINCT ON (as_at, change) kpi, slice, as_at, state, change, paragraph
                FROM vaiwg.kpi_signal WHERE force = ? AND signal_id = ? ORDER BY as_at, change, publication DESC) s
            LEFT JOIN vaiwg.kpi_measure m USING (kpi)
            ORDER BY s.as_at,
                     array_position(ARRAY['raised', 'confirmed', 'turned', 'acknowledged', 'ended', 'withdrawn'], s.change)
            """;

    /** By the labels of a metric, in which all stands for no theme and no area. */
    private static final String OF_SERIES = """
            SELECT signal_id FROM vaiwg.kpi_signal
            WHERE force = ? AND kpi = ? AND basis = ? AND "window" = ? AND rule = ?
              AND coalesce(substring(slice FROM 'theme=([^;]+)'), 'all') = ? AND coalesce(substring(slice FROM 'lpa=([^;]+)'), 'all') = ?
            ORDER BY as_at DESC, publication DESC, change IN ('raised', 'confirmed', 'turned') DESC, signal_id LIMIT 1
            """;

    private SignalRecordReader() {}

    public static Optional<SignalRecord> find(Connection connection, String force, String signalId)
            throws SQLException {
        List<SignalRecord> rows = Query.list(connection, ENTRIES, row -> record(row, force, signalId), force, signalId);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        SignalRecord newest = rows.get(rows.size() - 1);
        return Optional.of(new SignalRecord(
                force,
                signalId,
                newest.title(),
                newest.area(),
                newest.owner(),
                newest.slice(),
                rows.stream().flatMap(row -> row.entries().stream()).toList()));
    }

    /**
     * The name of the signal of a series of which something was said last.
     *
     * @param theme {@code all} for none, as {@code lpa}
     */
    public static Optional<String> newest(
            Connection connection,
            String force,
            String kpi,
            String basis,
            String window,
            String rule,
            String theme,
            String lpa)
            throws SQLException {
        return Query.list(
                        connection,
                        OF_SERIES,
                        row -> row.getString("signal_id"),
                        force,
                        kpi,
                        basis,
                        window,
                        rule,
                        theme,
                        lpa)
                .stream()
                .findFirst();
    }

    /** A row alone. */
    private static SignalRecord record(ResultSet row, String force, String signalId) throws SQLException {
        return new SignalRecord(
                force,
                signalId,
                row.getString("title"),
                row.getString("area"),
                row.getString("owner"),
                row.getString("slice"),
                List.of(new SignalRecord.Entry(
                        row.getObject("as_at", LocalDate.class),
                        row.getString("state"),
                        row.getString("change"),
                        row.getString("paragraph"))));
    }
}
