package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds one signal, by its name or by the series that it is about. */
public final class SignalReader {
    /** What becomes of a signal, in the order in which it is said where several are at one midnight. */
    static final String CHANGES = "ARRAY['raised', 'confirmed', 'turned', 'acknowledged', 'ended', 'withdrawn']";

    private SignalReader() {}

    /** Of a thing that several publications say at the same midnight, the newest one's words. */
    public static Optional<SignalRecord> find(Connection connection, String force, String signalId)
            throws SQLException {
        record Row(String title, String area, String owner, String slice, LocalDate asked, SignalRecord.Entry entry) {}
        String query = """
                SELECT s.kpi, s.slice, s.as_at, s.state, s.change, s.paragraph AS text, coalesce(m.title, s.kpi) AS title,
                       coalesce(m.priority, '') AS area, coalesce(m.owner, '') AS owner,
                       vaiwg.asked_on(min(s.as_at) OVER (), :force, 'infinity', 32767) AS asked
                FROM (
                    SELECT DISTINCT ON (as_at, change) kpi, slice, as_at, state, change, paragraph
                    FROM vaiwg.kpi_signal WHERE force = :force AND signal_id = :signal
                    ORDER BY as_at, change, publication DESC) s
                LEFT JOIN vaiwg.kpi_measure m USING (kpi)
                ORDER BY s.as_at,
                         array_position(%s, s.change)
                """.formatted(CHANGES);
        List<Row> rows = Rows.list(connection, Row.class, query, Map.of("force", force, "signal", signalId));
        return rows.stream()
                .reduce((earlier, later) -> later)
                .map(newest -> new SignalRecord(
                        force,
                        signalId,
                        newest.title(),
                        newest.area(),
                        newest.owner(),
                        newest.slice(),
                        newest.asked(),
                        rows.stream().map(Row::entry).toList()));
    }

    /**
     * The name of the signal of a series of which something was said last.
     *
     * @param labels of a metric: {@code kpi}, {@code basis}, {@code window}, {@code rule}, {@code theme} and {@code lpa}, of which the last
     *     two are {@code all} for none
     */
    public static Optional<String> newest(Connection connection, String force, Map<String, String> labels)
            throws SQLException {
        Map<String, String> arguments = new HashMap<>(labels);
        arguments.put("force", force);
        return Rows.list(connection, String.class, """
                SELECT signal_id AS value FROM vaiwg.kpi_signal
                WHERE force = :force AND kpi = :kpi AND basis = :basis AND "window" = :window AND rule = :rule
                  AND coalesce(nullif(theme, ''), 'all') = :theme
                  AND coalesce(nullif(lpa, ''), 'all') = :lpa
                ORDER BY as_at DESC, publication DESC, change IN ('raised', 'confirmed', 'turned') DESC, signal_id LIMIT 1
                """, arguments).stream().findFirst();
    }
}
