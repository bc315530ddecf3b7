package vaiwg.jobs.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.reconcile.Difference.Kind;
import vaiwg.jobs.reconcile.Difference.Origin;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.jobs.store.SeriesName;
import vaiwg.jobs.store.SeriesNames;
import vaiwg.jobs.store.SnapshotTable;
import vaiwg.jobs.store.StoredRow;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * Hears the log once more, and names row by row what differs at the first midnights at which anything does. For one thread, in which both what
 * records cause and midnights are heard.
 */
final class DifferenceFinder implements ReplayListener {
    /** More tell nothing new; what differs at so many is kept in memory, whose size it bounds. */
    private static final int MOST_MIDNIGHTS = 20;

    private final Connection connection;
    private final List<SnapshotTable> tables;
    private final int publication;
    private final SeriesNames names;
    private final Map<Long, String> forces;
    private final Set<String> otherRules;
    private final Map<Midnight, Comparison.Differing> wanted;
    private final Map<String, NightRecords> nights = new HashMap<>();
    private final Map<String, Suspect> suspects = new HashMap<>();
    private final List<Difference> found = new ArrayList<>();

    /** @param otherRules measures of which it is known that another rule counted them */
    DifferenceFinder(
            Connection connection,
            Catalogue catalogue,
            List<SnapshotTable> tables,
            Published published,
            Map<Midnight, Comparison.Differing> differing,
            Set<String> otherRules)
            throws SQLException {
        this.connection = connection;
        this.tables = tables;
        this.publication = published.publication().number();
        this.names = new SeriesNames(connection, catalogue);
        this.forces = SeriesNames.forces(connection);
        this.otherRules = otherRules;
        this.wanted = differing.entrySet().stream()
                .limit(MOST_MIDNIGHTS)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        wanted.forEach((midnight, where) -> {
            if (!where.wasPublishedRight()) {
                nights.computeIfAbsent(
                        midnight.force(),
                        force -> new NightRecords(catalogue, before(midnight, published), midnight.asAt()));
            }
        });
    }

    /** The day of the midnight before one, of the same force; none before the first. */
    private static int before(Midnight midnight, Published published) {
        return published.markers().keySet().stream()
                .filter(other -> other.force().equals(midnight.force()) && other.asAt() < midnight.asAt())
                .mapToInt(Midnight::asAt)
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /** In time, each with the first record of its force at which the two differ, where the job published it so. */
    List<Difference> found() {
        return found.stream()
                .map(difference -> difference.origin() == Origin.PUBLISHED
                        ? difference.with(Optional.ofNullable(suspects.get(difference.force())))
                        : difference)
                .toList();
    }

    @Override
    public void ofSubject(SubjectType type, DecodedRecord event, List<DeltaEntry> entries) {
        take(event, entries);
    }

    @Override
    public void ofPerson(SubjectType type, DecodedRecord event, PersonUpdate update, List<DeltaEntry> entries) {
        take(event, entries);
    }

    private void take(DecodedRecord event, List<DeltaEntry> entries) {
        NightRecords night = nights.get(event.force);
        if (night != null) {
            night.take(event, entries);
        }
    }

    @Override
    public void snapshot(Snapshot snapshot) {
        Midnight midnight = new Midnight(snapshot.force, snapshot.asAt);
        Comparison.Differing where = wanted.get(midnight);
        if (where == null) {
            return;
        }
        try {
            OneMidnight one =
                    new OneMidnight(midnight, where.wasPublishedRight() ? Origin.SINCE : Origin.PUBLISHED, snapshot);
            for (int table : where.inTables().stream().toArray()) {
                one.compare(tables.get(table));
            }
            one.suspect();
        } catch (SQLException e) {
            throw new DatabaseException("The rows of a midnight were not read to their end: run the command again.", e);
        }
    }

    private final class OneMidnight {
        private final Midnight midnight;
        private final Origin origin;
        private final Snapshot snapshot;
        private final Map<Integer, int[]> more = new HashMap<>();

        OneMidnight(Midnight midnight, Origin origin, Snapshot snapshot) {
            this.midnight = midnight;
            this.origin = origin;
            this.snapshot = snapshot;
        }

        void compare(SnapshotTable table) throws SQLException {
            Map<String, StoredRow> ofLog = new LinkedHashMap<>();
            table.rowsOf(snapshot, row -> ofLog.put(table.key(row), row));
            Map<String, StoredRow> there = new LinkedHashMap<>();
            table.published(connection, publication, midnight.asAt(), row -> {
                if (Published.force(table, row, forces).equals(midnight.force())) {
                    there.put(table.key(row), row);
                }
            });
            Set<String> keys = new LinkedHashSet<>(ofLog.keySet());
            keys.addAll(there.keySet());
            for (String key : keys) {
                compare(table, ofLog.get(key), there.get(key));
            }
        }

        /** @param ofLog null where the log has no such row, as {@code there} where the table has none */
        private void compare(SnapshotTable table, StoredRow ofLog, StoredRow there) throws SQLException {
            if (ofLog != null && there != null && table.differing(ofLog, there).isEmpty()) {
                return;
            }
            StoredRow any = ofLog == null ? there : ofLog;
            Optional<SeriesName> series = table.isOfValues()
                    ? names.ofPack(midnight.force(), table.id(any).orElseThrow())
                    : names.ofSeries(midnight.force(), table.id(any));
            if (isOfOtherRule(series) || (table.isOfValues() && compareValues(table, any, ofLog, there))) {
                return;
            }
            String how = ofLog == null || there == null ? "" : "in " + String.join(", ", table.differing(ofLog, there));
            add(kind(ofLog, there), table, series, how);
        }

        /** Whether any value differs, and not only what is withheld. */
        private boolean compareValues(SnapshotTable table, StoredRow any, StoredRow ofLog, StoredRow there)
                throws SQLException {
            Integer[][] log = numbers(table, ofLog);
            Integer[][] published = numbers(table, there);
            long pack = table.id(any).orElseThrow();
            boolean differs = false;
            for (int place = 0; place < Math.max(log[0].length, published[0].length); place++) {
                Integer[] here = {at(log[0], place), at(log[1], place)};
                Integer[] their = {at(published[0], place), at(published[1], place)};
                if (!Arrays.equals(here, their)) {
                    differs = true;
                    Optional<SeriesName> series = names.ofPlace(midnight.force(), pack, place);
                    OptionalInt slot = names.slot(midnight.force(), pack, place);
                    int[] by = {difference(their[0], here[0]), difference(their[1], here[1])};
                    slot.ifPresent(known -> more.put(known, by));
                    add(kind(here[0], their[0]), table, series, by(here[0], their[0], by));
                }
            }
            return differs;
        }

        private String by(Integer ofLog, Integer there, int[] by) {
            return ofLog == null || there == null ? "" : "numerator %+d, denominator %+d".formatted(by[0], by[1]);
        }

        private void add(Kind kind, SnapshotTable table, Optional<SeriesName> series, String how) {
            found.add(new Difference(
                    kind,
                    origin,
                    table.name(),
                    midnight.force(),
                    series,
                    midnight.date(),
                    // By how much a figure of conduct is otherwise is a figure of conduct.
                    series.filter(SeriesName::restricted).isPresent() ? "" : how,
                    Optional.empty()));
        }

        /** At the first midnight that was published so. */
        void suspect() {
            NightRecords night = nights.get(midnight.force());
            if (night != null && night.cutOff() == midnight.asAt()) {
                Set<Integer> kept = new TreeSet<>(more.keySet());
                Arrays.stream(snapshot.slots).forEach(kept::add);
                night.find(more, kept).ifPresent(suspect -> suspects.put(midnight.force(), suspect));
            }
        }
    }

    private boolean isOfOtherRule(Optional<SeriesName> series) {
        return series.filter(name -> otherRules.contains(name.kpi())).isPresent();
    }

    private static Kind kind(Object ofLog, Object there) {
        if (ofLog == null) {
            return Kind.ADDED;
        }
        return there == null ? Kind.LOST : Kind.CHANGED;
    }

    private static Integer[][] numbers(SnapshotTable table, StoredRow row) {
        return row == null
                ? new Integer[][] {{}, {}}
                : new Integer[][] {table.numerators(row), table.denominators(row)};
    }

    private static Integer at(Integer[] numbers, int place) {
        return place < numbers.length ? numbers[place] : null;
    }

    private static int difference(Integer there, Integer ofLog) {
        return Objects.requireNonNullElse(there, 0) - Objects.requireNonNullElse(ofLog, 0);
    }
}
