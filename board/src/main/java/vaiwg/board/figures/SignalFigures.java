package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published figures that a signal is about.
 *
 * @param title the short one of their measure, as the dictionary has it now
 * @param values what the dictionary calls the values of its dimension, by the slice that names each
 */
public record SignalFigures(String title, Map<String, String> values, List<At> figures) {
    public record At(SeriesKey series, LocalDate asAt) {}

    /**
     * Those of its series at the newest midnight and at that at which something was said of it last, over every window; where its basis is
     * not published itself, as of a daily alarm, those of every basis. Estimates, which no cases add up to, are left out.
     */
    public static SignalFigures read(Connection connection, String force, String signalId) throws SQLException {
        record Said(String kpi, String basis, String slice, LocalDate asAt, String title, Map<String, String> values) {}
        Optional<Said> found =
                Rows.list(connection, Said.class, """
                SELECT s.kpi, s.basis, s.slice, s.as_at, coalesce(m.short_title, s.kpi) AS title, m.dimension_values AS "values"
                FROM vaiwg.kpi_signal s LEFT JOIN vaiwg.kpi_measure m USING (kpi)
                WHERE s.force = :force AND s.signal_id = :signal ORDER BY s.as_at DESC LIMIT 1
                """, Map.of("force", force, "signal", signalId)).stream()
                        .findFirst();
        if (found.isEmpty()) {
            return new SignalFigures("", Map.of(), List.of());
        }
        Said said = found.get();
        List<LocalDate> newest = Rows.list(
                connection,
                LocalDate.class,
                "SELECT max(as_at) AS value FROM vaiwg.kpi_snapshot WHERE force = :force HAVING max(as_at) IS NOT NULL",
                Map.of("force", force));
        List<At> figures = new ArrayList<>();
        for (LocalDate asAt : Stream.concat(newest.stream(), Stream.of(said.asAt()))
                .distinct()
                .toList()) {
            figures.addAll(Rows.list(
                    connection,
                    At.class,
                    """
                    SELECT DISTINCT kpi, basis, "window", slice, as_at FROM vaiwg.kpi_value
                    WHERE force = :force AND as_at = :asAt AND kpi = :kpi AND slice = :slice AND NOT provisional
                    ORDER BY basis, "window"
                    """,
                    Map.of("force", force, "asAt", asAt, "kpi", said.kpi(), "slice", said.slice())));
        }
        List<At> ofItsBasis = figures.stream()
                .filter(one -> one.series().basis().equals(said.basis()))
                .toList();
        return new SignalFigures(said.title(), said.values(), ofItsBasis.isEmpty() ? List.copyOf(figures) : ofItsBasis);
    }
}
