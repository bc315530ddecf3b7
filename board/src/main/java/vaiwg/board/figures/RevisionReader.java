package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vaiwg.engine.contributions.RevisionCause;

/** Reads what became known otherwise, of what was published at a midnight, until another: by cause, from {@code kpi_revision_cause}. */
public final class RevisionReader {
    private static final String REVISIONS = """
            SELECT kpi, basis, "window", slice, cause, sum(numerator)::int AS numerator, sum(denominator)::int AS denominator
            FROM vaiwg.kpi_revision_cause
            WHERE force = ? AND publication = ? AND as_at > ? AND as_at <= ? AND day >= ?::date - reach AND day < ?::date - lag
            GROUP BY kpi, basis, "window", slice, cause
            HAVING sum(numerator) <> 0 OR sum(denominator) <> 0
            ORDER BY kpi, basis, "window", slice, cause
            """;

    private RevisionReader() {}

    /**
     * What one cause adds to a published value.
     *
     * @param denominator 0 for counts
     */
    public record Revision(SeriesKey key, RevisionCause cause, int numerator, int denominator) {}

    /** What changed of the windows of one midnight until another, as the publication of the other one knows it. */
    public static List<Revision> read(Connection connection, PublishedSnapshot now, LocalDate published)
            throws SQLException {
        return Query.list(
                connection,
                REVISIONS,
                row -> new Revision(
                        Query.key(row),
                        RevisionCause.of(row.getString("cause")),
                        row.getInt("numerator"),
                        row.getInt("denominator")),
                now.force(),
                now.publication(),
                published,
                now.asAt(),
                published,
                published);
    }
}
