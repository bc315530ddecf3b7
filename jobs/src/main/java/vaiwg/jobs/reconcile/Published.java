package vaiwg.jobs.reconcile;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vaiwg.jobs.store.Publication;
import vaiwg.jobs.store.Query;
import vaiwg.jobs.store.SeriesNames;
import vaiwg.jobs.store.SnapshotTable;
import vaiwg.jobs.store.StoredRow;
import vaiwg.kpis.digest.Sha256;

/**
 * The newest publication as its tables have it: the snapshots that are said to be complete, and a fingerprint of the rows of each, table by
 * table. What is read at once is of one moment, whatever a job publishes meanwhile.
 */
final class Published {
    private static final String NEWEST =
            "SELECT publication, daily_from, topics FROM kpi_publication ORDER BY publication DESC LIMIT 1";
    private static final String MARKERS =
            "SELECT force, as_at, digest, granularity, row_count FROM kpi_snapshot WHERE publication = ? AND complete";
    private static final String RULES =
            "SELECT DISTINCT kpi, definition_hash FROM kpi_dictionary WHERE publication = ? AND until = 'infinity'";
    private static final String EARLIER =
            "SELECT EXISTS (SELECT FROM kpi_snapshot WHERE publication < ? AND force = ? AND as_at < ?)";

    private final Publication publication;
    private final String topics;
    private final Map<Midnight, Marker> markers = new HashMap<>();
    private final Map<String, String> definitions = new TreeMap<>();
    private final Map<Midnight, RowsDigest[]> digests = new HashMap<>();

    /**
     * What says that a snapshot is complete.
     *
     * @param digest as the job computed it when it published
     * @param values how many values it holds
     */
    record Marker(String digest, boolean isWhole, int values) {}

    private Published(Publication publication, String topics) {
        this.publication = publication;
        this.topics = topics;
    }

    /**
     * Looks which publication is the newest.
     *
     * @throws IllegalStateException in one sentence, where nothing was published
     */
    static Published newest(Connection connection) throws SQLException {
        List<Published> newest = Query.rows(
                connection,
                NEWEST,
                row -> new Published(
                        new Publication(row.getInt(1), day(row.getObject(2, LocalDate.class))), row.getString(3)));
        if (newest.isEmpty()) {
            throw new IllegalStateException(
                    "Nothing has been published in this database: name the one into which the job publishes.");
        }
        return newest.get(0);
    }

    /** Reads the markers, the rules and every row. */
    void read(Connection connection, List<SnapshotTable> tables) throws SQLException {
        Query.forEach(
                connection,
                MARKERS,
                row -> markers.put(
                        new Midnight(row.getString(1), day(row.getObject(2, LocalDate.class))),
                        new Marker(row.getString(3), row.getString(4).equals("all"), row.getInt(5))),
                publication.number());
        Query.forEach(
                connection, RULES, row -> definitions.put(row.getString(1), row.getString(2)), publication.number());
        Map<Long, String> forces = SeriesNames.forces(connection);
        MessageDigest hash = Sha256.digest();
        for (int table = 0; table < tables.size(); table++) {
            SnapshotTable of = tables.get(table);
            int number = table;
            of.published(connection, publication.number(), row -> {
                String force = force(of, row, forces);
                digests(new Midnight(force, of.asAt(row)), tables.size())[number].add(row, hash);
            });
        }
    }

    /** Of a line that no table knows the force is not known: its rows are of no snapshot. */
    static String force(SnapshotTable table, StoredRow row, Map<Long, String> forces) {
        return table.force(row)
                .orElseGet(() -> forces.getOrDefault(table.id(row).orElseThrow(), ""));
    }

    boolean hasEarlier(Connection connection, Midnight midnight) throws SQLException {
        return Query.rows(
                        connection,
                        EARLIER,
                        row -> row.getBoolean(1),
                        publication.number(),
                        midnight.force(),
                        midnight.date())
                .get(0);
    }

    Publication publication() {
        return publication;
    }

    /** As {@code kpi_publication.topics} has it. */
    String topics() {
        return topics;
    }

    Map<Midnight, Marker> markers() {
        return markers;
    }

    /** The hash of each measure's definition, by the measure. */
    Map<String, String> definitions() {
        return definitions;
    }

    /** Of the rows of each midnight, also of such that no marker has, by the number of the table. */
    Map<Midnight, RowsDigest[]> digests() {
        return digests;
    }

    private RowsDigest[] digests(Midnight midnight, int tables) {
        return digests.computeIfAbsent(midnight, unread -> none(tables));
    }

    static RowsDigest[] none(int tables) {
        return Stream.generate(RowsDigest::new).limit(tables).toArray(RowsDigest[]::new);
    }

    /**
     * Whether totals and themes were kept daily before all slices were. Where nothing tells, it makes no difference.
     */
    boolean keepsTotalsDaily() {
        boolean before = markers.keySet().stream().anyMatch(midnight -> midnight.asAt() < publication.dailyFrom());
        return !before || markers.values().stream().anyMatch(marker -> !marker.isWhole());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
