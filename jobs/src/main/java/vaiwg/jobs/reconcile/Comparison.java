package vaiwg.jobs.reconcile;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.jobs.store.SnapshotDigest;
import vaiwg.jobs.store.SnapshotTable;
import vaiwg.kpis.digest.Sha256;

/** Compares each snapshot of a replay with the fingerprints of what was published, and keeps where they differ. */
final class Comparison implements ReplayListener {
    private static final Comparator<Midnight> IN_TIME =
            Comparator.comparingInt(Midnight::asAt).thenComparing(Midnight::force);

    private final Published published;
    private final List<SnapshotTable> tables;
    private final Set<Midnight> beginnings;
    private final BiPredicate<String, LocalDate> tells;
    private final MessageDigest hash = Sha256.digest();
    private final Map<String, int[]> firstAndLast = new HashMap<>();
    private final Set<Midnight> seen = new HashSet<>();
    private final SortedMap<Midnight, Differing> differing = new TreeMap<>(IN_TIME);
    private final SortedSet<Midnight> lost = new TreeSet<>(IN_TIME);
    private final SortedSet<Midnight> changed = new TreeSet<>(IN_TIME);
    private long rows;
    private long values;
    private int notYet;

    /**
     * Where something differs at a midnight.
     *
     * @param inTables numbers of tables
     * @param wasPublishedRight whether the job published what the log says
     */
    record Differing(BitSet inTables, boolean wasPublishedRight) {}

    /**
     * @param beginnings midnights before which an earlier publication has others: what changed since those was not told under this one
     * @param tells which midnights of a force the log must have, where they were published
     */
    Comparison(
            Published published,
            List<SnapshotTable> tables,
            Set<Midnight> beginnings,
            BiPredicate<String, LocalDate> tells) {
        this.published = published;
        this.tables = tables;
        this.beginnings = beginnings;
        this.tells = tells;
        firstAndLast.putAll(firstAndLast(published.markers().keySet()));
    }

    /** The days of the first and of the last midnight of each force. */
    static Map<String, int[]> firstAndLast(Set<Midnight> midnights) {
        Map<String, int[]> all = new HashMap<>();
        for (Midnight midnight : midnights) {
            int[] both = all.computeIfAbsent(midnight.force(), force -> new int[] {midnight.asAt(), midnight.asAt()});
            both[0] = Math.min(both[0], midnight.asAt());
            both[1] = Math.max(both[1], midnight.asAt());
        }
        return all;
    }

    @Override
    public void snapshot(Snapshot snapshot) {
        Midnight midnight = new Midnight(snapshot.force, snapshot.asAt);
        Published.Marker marker = published.markers().get(midnight);
        if (marker == null) {
            unpublished(midnight);
            return;
        }
        seen.add(midnight);
        values += marker.values();
        if (marker.values() != snapshot.count || marker.isWhole() != snapshot.whole) {
            changed.add(midnight);
        }
        BitSet unequal = unequal(snapshot, midnight);
        if (!unequal.isEmpty()) {
            boolean wasPublishedRight = marker.digest().equals(SnapshotDigest.of(snapshot));
            differing.put(midnight, new Differing(unequal, wasPublishedRight));
        }
    }

    /** After the last it has only not been published yet; before the first it was by an earlier publication, or never by decision. */
    private void unpublished(Midnight midnight) {
        int[] ofForce = firstAndLast.get(midnight.force());
        if (ofForce != null && midnight.asAt() > ofForce[0] && midnight.asAt() < ofForce[1]) {
            lost.add(midnight);
        } else if (ofForce == null || midnight.asAt() > ofForce[1]) {
            notYet++;
        }
    }

    private BitSet unequal(Snapshot snapshot, Midnight midnight) {
        RowsDigest[] there = published.digests().getOrDefault(midnight, Published.none(tables.size()));
        BitSet unequal = new BitSet();
        for (int table = 0; table < tables.size(); table++) {
            RowsDigest here = new RowsDigest();
            tables.get(table).rowsOf(snapshot, row -> here.add(row, hash));
            rows += there[table].rows();
            boolean isCompared =
                    !(beginnings.contains(midnight) && tables.get(table).isOfRevisions());
            unequal.set(table, isCompared && !here.isThatOf(there[table]));
        }
        return unequal;
    }

    /** Midnights at which anything differs, in time. */
    SortedMap<Midnight, Differing> differing() {
        return differing;
    }

    /** Midnights between others that are not there. */
    SortedSet<Midnight> lost() {
        return lost;
    }

    /** Midnights whose marker says something else of their values than the log. */
    SortedSet<Midnight> changed() {
        return changed;
    }

    /** Midnights that are there, as markers or as rows without one, and that the log should give and does not. */
    SortedSet<Midnight> added() {
        return notGiven(true);
    }

    /** Those that it need not give. */
    SortedSet<Midnight> later() {
        return notGiven(false);
    }

    private SortedSet<Midnight> notGiven(boolean told) {
        SortedSet<Midnight> notGiven = new TreeSet<>(IN_TIME);
        notGiven.addAll(published.markers().keySet());
        notGiven.addAll(published.digests().keySet());
        notGiven.removeAll(seen);
        notGiven.removeAll(lost);
        notGiven.removeIf(midnight -> tells.test(midnight.force(), midnight.date()) != told);
        return notGiven;
    }

    int midnights() {
        return seen.size();
    }

    long rows() {
        return rows;
    }

    long values() {
        return values;
    }

    int notYet() {
        return notYet;
    }
}
