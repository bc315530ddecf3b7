package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.ReportException;

/** Finds published snapshots of a force in {@code kpi_snapshot}. */
public final class SnapshotReader {
    private static final String COLUMNS =
            "SELECT force, as_at, publication, kind, granularity, complete, catalogue, history_from, daily_from, data_through";

    private final Connection connection;
    private final String force;

    public SnapshotReader(Connection connection, String force) {
        this.connection = connection;
        this.force = force;
    }

    /** The snapshot of a day, of the newest publication that has it, or of the one given. */
    public Optional<PublishedSnapshot> find(LocalDate asAt, Optional<Integer> publication) throws SQLException {
        String query =
                COLUMNS + " FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at = ? AND publication BETWEEN ? AND ?"
                        + " ORDER BY publication DESC LIMIT 1";
        return first(query, force, asAt, publication.orElse(0), publication.orElse((int) Short.MAX_VALUE));
    }

    /** The snapshot of a day as a publication has it, or else as the newest one before it had it. */
    public Optional<PublishedSnapshot> findUpTo(LocalDate asAt, int publication) throws SQLException {
        String query = COLUMNS + " FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at = ? AND publication <= ?"
                + " ORDER BY publication DESC LIMIT 1";
        return first(query, force, asAt, publication);
    }

    /**
     * The snapshot of a publication nearest to a day, at most so many days away; of two as near the earlier.
     *
     * @param whole whether it must have been kept with the cuts that are finer than themes
     */
    public Optional<PublishedSnapshot> nearest(LocalDate day, int days, int publication, boolean whole)
            throws SQLException {
        String query =
                COLUMNS + " FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at BETWEEN ? AND ? AND publication = ?"
                        + (whole ? " AND granularity = 'all'" : "")
                        + " ORDER BY abs(as_at - ?::date), as_at LIMIT 1";
        return first(query, force, day.minusDays(days), day.plusDays(days), publication, day);
    }

    /** The snapshot of the newest day, of the newest publication that has it. */
    public Optional<PublishedSnapshot> newest() throws SQLException {
        String query =
                COLUMNS + " FROM vaiwg.kpi_snapshot WHERE force = ? ORDER BY as_at DESC, publication DESC LIMIT 1";
        return first(query, force);
    }

    /**
     * The snapshot of a day that somebody asks for.
     *
     * @throws ReportException with the days next to it, if it was not published
     */
    public PublishedSnapshot require(LocalDate asAt, Optional<Integer> publication) throws SQLException {
        return published(asAt, find(asAt, publication), publication);
    }

    /**
     * What was found of a day that somebody asks for.
     *
     * @throws ReportException with the days next to it, if nothing was
     */
    public PublishedSnapshot published(LocalDate day, Optional<PublishedSnapshot> found, Optional<Integer> publication)
            throws SQLException {
        if (found.isPresent()) {
            return found.get();
        }
        List<String> near = neighbours(day).stream().map(LocalDate::toString).toList();
        throw new ReportException(
                near.isEmpty()
                        ? "No snapshot of " + force + " has been published: check the name of the force."
                        : "No snapshot of " + force + " as at " + day + " was published"
                                + publication
                                        .map(number -> " in publication " + number)
                                        .orElse("")
                                + ": ask for " + String.join(" or ", near) + ".");
    }

    /** The days next before and next after one that was not published. */
    private List<LocalDate> neighbours(LocalDate day) throws SQLException {
        String query = """
                (SELECT max(as_at) AS day FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at < ?)
                UNION (SELECT min(as_at) FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at > ?) ORDER BY day
                """;
        return Query.list(
                        connection,
                        query,
                        row -> Optional.ofNullable(row.getObject("day", LocalDate.class)),
                        force,
                        day,
                        force,
                        day)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many of the nights since a day, up to another, have their snapshot in a publication. */
    public int nights(LocalDate from, LocalDate to, int publication) throws SQLException {
        return Query.list(
                        connection,
                        "SELECT count(*)::int AS nights FROM vaiwg.kpi_snapshot"
                                + " WHERE force = ? AND as_at BETWEEN ? AND ? AND publication = ?",
                        row -> row.getInt("nights"),
                        force,
                        from,
                        to,
                        publication)
                .get(0);
    }

    /** From when on owners are asked, as it was known at a midnight; where none is published yet, from that one on. */
    public OwnersClock ownersClock(LocalDate asAt, int publication) throws SQLException {
        String query = """
                SELECT CASE WHEN bool_or(kind = 'reconstructed') THEN coalesce(min(as_at) FILTER (WHERE kind = 'published'), ?::date) END AS day
                FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at <= ? AND publication <= ?
                """;
        return Query.list(
                        connection,
                        query,
                        row -> new OwnersClock(Optional.ofNullable(row.getObject("day", LocalDate.class))),
                        asAt,
                        force,
                        asAt,
                        publication)
                .get(0);
    }

    private Optional<PublishedSnapshot> first(String query, Object... arguments) throws SQLException {
        return Query.list(connection, query, SnapshotReader::snapshot, arguments).stream()
                .findFirst();
    }

    private static PublishedSnapshot snapshot(ResultSet row) throws SQLException {
        return new PublishedSnapshot(
                row.getString("force"),
                row.getObject("as_at", LocalDate.class),
                row.getInt("publication"),
                row.getString("kind").equals("reconstructed"),
                row.getString("granularity").equals("total_and_theme"),
                row.getBoolean("complete"),
                row.getString("catalogue"),
                Optional.ofNullable(row.getObject("history_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("daily_from", LocalDate.class)),
                JsonTexts.of(row.getString("data_through")));
    }
}
