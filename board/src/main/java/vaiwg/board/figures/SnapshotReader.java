package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.ReportException;

/** Finds published snapshots of a force in {@code kpi_snapshot}. */
public record SnapshotReader(Connection connection, String force) {
    private static final String SNAPSHOTS = """
            SELECT force, as_at, publication, kind = 'reconstructed' AS reconstructed, granularity = 'total_and_theme' AS themes_only, complete,
                   catalogue, history_from,
                   (SELECT string_agg(key || E'\\t' || (value #>> '{}'), E'\\n') FROM jsonb_each(data_through)
                    WHERE jsonb_typeof(value) = 'string') AS data_through
            FROM vaiwg.kpi_snapshot WHERE force = :force
            """;

    /** The forces of which there are snapshots, in order of their names. */
    public static List<String> forces(Connection connection) throws SQLException {
        // One step of the index for each force: there are few, and thousands of snapshots.
        return Rows.list(connection, String.class, """
                WITH RECURSIVE named AS (
                    SELECT min(force) AS force FROM vaiwg.kpi_snapshot
                    UNION ALL
                    SELECT (SELECT min(s.force) FROM vaiwg.kpi_snapshot s WHERE s.force > n.force) FROM named n WHERE n.force IS NOT NULL)
                SELECT force AS value FROM named WHERE force IS NOT NULL
                """, Map.of());
    }

    /** The snapshot of a day, of the newest publication that has it, or of the one given. */
    public Optional<PublishedSnapshot> find(LocalDate asAt, Optional<Integer> publication) throws SQLException {
        return of(asAt, publication.orElse(0), publication.orElse((int) Short.MAX_VALUE));
    }

    /** The snapshot of a day as a publication has it, or else as the newest one before it had it. */
    public Optional<PublishedSnapshot> findUpTo(LocalDate asAt, int publication) throws SQLException {
        return of(asAt, 0, publication);
    }

    private Optional<PublishedSnapshot> of(LocalDate asAt, int least, int most) throws SQLException {
        return first(
                "AND as_at = :as_at AND publication BETWEEN :least AND :most ORDER BY publication DESC",
                Map.of("force", force, "as_at", asAt, "least", least, "most", most));
    }

    /**
     * The snapshot of a publication nearest to a day, at most so many days away; of two as near the earlier.
     *
     * @param whole whether it must have been kept with the cuts that are finer than themes
     */
    public Optional<PublishedSnapshot> nearest(LocalDate day, int days, int publication, boolean whole)
            throws SQLException {
        return first(
                "AND as_at BETWEEN :from AND :until AND publication = :publication"
                        + (whole ? " AND granularity = 'all'" : "")
                        + " ORDER BY abs(as_at - :day::date), as_at",
                Map.of(
                        "force",
                        force,
                        "from",
                        day.minusDays(days),
                        "until",
                        day.plusDays(days),
                        "publication",
                        publication,
                        "day",
                        day));
    }

    /** The snapshot of the newest day, of the newest publication that has it. */
    public Optional<PublishedSnapshot> newest() throws SQLException {
        return first("ORDER BY as_at DESC, publication DESC", Map.of("force", force));
    }

    /**
     * The snapshot of the newest day.
     *
     * @throws ReportException with the forces that have one, if this one has none
     */
    public PublishedSnapshot requireNewest() throws SQLException {
        Optional<PublishedSnapshot> newest = newest();
        if (newest.isEmpty()) {
            throw new ReportException(nonePublished());
        }
        return newest.get();
    }

    private String nonePublished() throws SQLException {
        List<String> forces = forces(connection);
        return "No snapshot of " + force + " has been published: "
                + (forces.isEmpty()
                        ? "the first is at the midnight through which all streams are complete (vaiwg doctor)."
                        : "name a force that has some, " + String.join(" or ", forces) + ".");
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
        List<String> near = neighbours(day);
        throw new ReportException(
                near.isEmpty()
                        ? nonePublished()
                        : "No snapshot of " + force + " as at " + day + " was published"
                                + publication
                                        .map(number -> " in publication " + number)
                                        .orElse("")
                                + ": ask for " + String.join(" or ", near) + ".");
    }

    /** The days next before and next after one that was not published. */
    private List<String> neighbours(LocalDate day) throws SQLException {
        return Rows.list(connection, String.class, """
                SELECT max(as_at)::text AS value FROM vaiwg.kpi_snapshot WHERE force = :force AND as_at < :day HAVING max(as_at) IS NOT NULL
                UNION SELECT min(as_at)::text FROM vaiwg.kpi_snapshot WHERE force = :force AND as_at > :day HAVING min(as_at) IS NOT NULL
                ORDER BY value
                """, Map.of("force", force, "day", day));
    }

    private Optional<PublishedSnapshot> first(String condition, Map<String, ?> arguments) throws SQLException {
        return Rows.list(connection, PublishedSnapshot.class, SNAPSHOTS + condition + " LIMIT 1", arguments).stream()
                .findFirst();
    }
}
