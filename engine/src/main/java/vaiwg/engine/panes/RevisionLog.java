package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.RevisionCause;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.time.LondonDays;

/**
 * What changed, since the last snapshot that was kept, of the days that a published window of a headline held already; by cause. What
 * was published at a midnight, and these of all midnights after it, are what is known now of the same days.
 */
final class RevisionLog {
    private static final int FIELDS = 5;
    private static final ContributionType[] TYPES = ContributionType.values();
    private static final int NOT_RECORDED = RevisionCause.NOT_RECORDED.ordinal();

    private final BitSet followed = new BitSet();
    private final long[][] followedByContributionType = new long[TYPES.length][];
    private final Map<Key, int[]> changes = new HashMap<>();

    private record Key(int cell, int day, int cause) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCell = Integer.compare(cell, other.cell);
            int byDay = Integer.compare(day, other.day);
            return byCell != 0 ? byCell : byDay != 0 ? byDay : Integer.compare(cause, other.cause);
        }
    }

    RevisionLog(Catalogue catalogue) {
        for (Column column : catalogue.columns()) {
            if (isFollowed(column)) {
                rowOf(column, column.measure().placement().slice())
                        .ifPresent(row -> followed.set(column.firstCell() + row));
            }
        }
    }

    /**
     * Takes what a delta entry changes of days that were published.
     *
     * @param expansion tells the rows of its dimension key
     */
    void add(DeltaEntry entry, Expansion expansion, int published) {
        if (entry.day >= published || entry.cause == NOT_RECORDED) {
            return;
        }
        ContributionPlan plan = expansion.plan(TYPES[entry.contributionType]);
        long[] followedBits = followedByContributionType[entry.contributionType];
        if (followedBits == null) {
            followedBits = plan.bits(bit -> isFollowed(plan.columns[bit]));
            followedByContributionType[entry.contributionType] = followedBits;
        }
        for (int word = 0; word < entry.numerator.length; word++) {
            long bits = (entry.numerator[word] | entry.denominator[word]) & followedBits[word];
            for (; bits != 0; bits &= bits - 1) {
                int shift = Long.numberOfTrailingZeros(bits);
                int bit = word * Long.SIZE + shift;
                if (!isClosed(plan.columns[bit], entry.day, published)) {
                    continue;
                }
                DimensionRows.Rows rows = expansion.rows(entry, plan.layouts[bit]);
                add(
                        plan.columns[bit],
                        entry.day,
                        rows.rows,
                        rows.count,
                        (int) (entry.numerator[word] >>> shift & 1) * entry.sign,
                        (int) (entry.denominator[word] >>> shift & 1) * entry.sign,
                        RevisionCause.of(entry.cause),
                        published);
            }
        }
    }

    /**
     * Takes a change of a day's cells.
     *
     * @param published the cut-off of the last snapshot, {@link ForcePanes#NONE} before the first
     */
    void add(
            Column column,
            int day,
            int[] rows,
            int count,
            int numerator,
            int denominator,
            RevisionCause cause,
            int published) {
        if (cause == RevisionCause.NOT_RECORDED || published == ForcePanes.NONE || !isClosed(column, day, published)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            int cell = column.firstCell() + rows[i];
            if (followed.get(cell)) {
                int[] sums = changes.computeIfAbsent(new Key(cell, day, cause.ordinal()), key -> new int[2]);
                sums[0] += numerator;
                sums[1] += denominator;
            }
        }
    }

    /** What changed since the last call, by cell, day and cause; without what was taken back. */
    List<RevisionRow> take() {
        List<RevisionRow> rows = new ArrayList<>(changes.size());
        new TreeMap<>(changes).forEach((key, sums) -> {
            if (sums[0] != 0 || sums[1] != 0) {
                rows.add(new RevisionRow(key.cell, key.day, RevisionCause.of(key.cause), sums[0], sums[1]));
            }
        });
        changes.clear();
        return rows;
    }

    /** What waits for the next snapshot, one change after another. */
    int[] toArray() {
        int[] stored = new int[FIELDS * changes.size()];
        int next = 0;
        for (Map.Entry<Key, int[]> entry : changes.entrySet()) {
            stored[next++] = entry.getKey().cell;
            stored[next++] = entry.getKey().day;
            stored[next++] = entry.getKey().cause;
            stored[next++] = entry.getValue()[0];
            stored[next++] = entry.getValue()[1];
        }
        return stored;
    }

    /** Takes over what {@link #toArray} gave. */
    void restore(int[] stored) {
        for (int i = 0; i < stored.length; i += FIELDS) {
            changes.put(new Key(stored[i], stored[i + 1], stored[i + 2]), new int[] {stored[i + 3], stored[i + 4]});
        }
    }

    /** Whether a day was in the newest window of a column at a cut-off, or before it. */
    private static boolean isClosed(Column column, int day, int published) {
        return column.basis().isMonthly()
                ? LondonDays.monthOf(day) < LondonDays.monthOf(published) - column.lag()
                : day < published - column.lag();
    }

    private static OptionalInt rowOf(Column column, String slice) {
        return IntStream.range(0, column.rows().size())
                .filter(row -> Slice.of(column.dimensions(row)).equals(slice))
                .findFirst();
    }

    /** Headlines whose days add up to their window: neither percentiles nor what stands at an instant, nor what is frozen. */
    private static boolean isFollowed(Column column) {
        Basis.Kind kind = column.basis().kind();
        return !column.isPercentile()
                && !column.isStock()
                && !column.isPresence()
                && (kind == Basis.Kind.RECORDED || kind == Basis.Kind.ASSIGNED || kind == Basis.Kind.SETTLED)
                && column.measure().placement().isHeadline()
                && column.read()
                        .filter(view -> view.basis().equals(column.basis()))
                        .isPresent();
    }
}
