package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from {@code kpi_verdict} and {@code kpi_matter} what was said of figures when a snapshot was published. */
public final class VerdictReader {
    private VerdictReader() {}

    /** What is said of figures of a snapshot, by measure and slice: whatever the basis of the chart, it is one. */
    public static Map<String, Map<String, PublishedVerdict>> verdicts(Connection connection, PublishedSnapshot snapshot)
            throws SQLException {
        String query = """
                SELECT kpi, slice, state, target, since, coalesce(what, '') AS what, coalesce(figures, '') AS figures, suppressed
                FROM vaiwg.kpi_verdict
                WHERE force = ? AND publication = ? AND as_at = ?
                """;
        record Said(String kpi, String slice, PublishedVerdict verdict) {}
        return Query.list(
                        connection,
                        query,
                        row -> new Said(row.getString("kpi"), row.getString("slice"), verdict(row)),
                        snapshot.force(),
                        snapshot.publication(),
                        snapshot.asAt())
                .stream()
                .collect(Collectors.groupingBy(Said::kpi, Collectors.toMap(Said::slice, Said::verdict)));
    }

    /** The matters that are open at a snapshot, in their order. */
    public static List<PublishedMatter> open(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        return Query.list(
                connection, """
                SELECT * FROM vaiwg.kpi_matter WHERE force = ? AND publication = ? AND as_at = ? ORDER BY place
                """, VerdictReader::matter, snapshot.force(), snapshot.publication(), snapshot.asAt());
    }

    /** Those that were open since a day and are no more, each as it was last: those to act on first. */
    public static List<PublishedMatter> closed(Connection connection, PublishedSnapshot snapshot, LocalDate since)
            throws SQLException {
        List<PublishedMatter> open = open(connection, snapshot);
        return Query.list(
                        connection,
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (matter) * FROM vaiwg.kpi_matter
                            WHERE force = ? AND publication = ? AND as_at >= ? AND as_at < ?
                            ORDER BY matter, as_at DESC) m
                        ORDER BY state, raised, matter
                        """,
                        VerdictReader::matter,
                        snapshot.force(),
                        snapshot.publication(),
                        since,
                        snapshot.asAt())
                .stream()
                .filter(matter -> open.stream().noneMatch(matter::isOf))
                .toList();
    }

    private static PublishedVerdict verdict(ResultSet row) throws SQLException {
        return new PublishedVerdict(
                row.getString("state"),
                row.getString("target"),
                Optional.ofNullable(row.getObject("since", LocalDate.class)),
                row.getString("what"),
                row.getString("figures"),
                row.getBoolean("suppressed"));
    }

    private static PublishedMatter matter(ResultSet row) throws SQLException {
        return new PublishedMatter(
                row.getObject("as_at", LocalDate.class),
                row.getString("matter"),
                row.getString("area"),
                row.getString("state"),
                row.getString("why"),
                row.getObject("raised", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getString("kpi"),
                row.getString("what"),
                row.getString("figures"),
                texts(row, "signals"),
                1 + texts(row, "shown_also").size(),
                row.getBoolean("suppressed"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
