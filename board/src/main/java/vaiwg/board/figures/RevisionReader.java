package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Reads what was published at a midnight and is known to be otherwise now, exactly, from {@code kpi_revision}. */
public final class RevisionReader {
    /** The four columns are asked for one by one, since the view would be computed whole for a join. */
    private static final String REVISIONS = """
            SELECT kpi, basis, "window", slice, published_numerator, published_denominator, numerator_now, denominator_now
            FROM vaiwg.kpi_revision
            WHERE force = ? AND as_at = ? AND generation = ?
              AND kpi = ANY (?) AND basis = ANY (?) AND "window" = ANY (?) AND slice = ANY (?)
            ORDER BY kpi, basis, "window", slice
            """;

    private RevisionReader() {}

    /** A published value and the same period as it is known now; denominators null for counts. */
    public record Revision(
            SeriesKey key, int publishedNumerator, Integer publishedDenominator, int numerator, Integer denominator) {}

    /** Of the given values those that differ now. */
    public static List<Revision> read(Connection connection, Snapshot published, Collection<SeriesKey> keys)
            throws SQLException {
        List<Revision> revisions = Query.list(
                connection,
                REVISIONS,
                RevisionReader::revision,
                published.force(),
                published.asAt(),
                published.generation(),
                Query.texts(connection, keys, SeriesKey::kpi),
                Query.texts(connection, keys, SeriesKey::basis),
                Query.texts(connection, keys, SeriesKey::window),
                Query.texts(connection, keys, SeriesKey::slice));
        return revisions.stream()
                .filter(revision -> keys.contains(revision.key()))
                .toList();
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                Query.key(row),
                row.getInt("published_numerator"),
                row.getObject("published_denominator", Integer.class),
                row.getInt("numerator_now"),
                row.getObject("denominator_now", Integer.class));
    }
}
