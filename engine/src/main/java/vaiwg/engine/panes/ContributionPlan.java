package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionTable;

/** What the bits of one contribution type do to cells: compiled once to groups of bits that do the same on the same day. */
final class ContributionPlan {
    /** What a group of bits does. */
    enum Kind {
        /** Counts on the pane day. */
        COUNT,
        /** Enters a stock, or leaves it, on one day; and is old in it from another on. */
        STOCK,
        /** Is present from the pane day on, for so many days as the delta entry says. */
        PRESENCE,
        /** Has a number of which a percentile is taken, on the pane day; of ages, the day from which they count, until it leaves. */
        NUMBER
    }

    /**
     * Bits that do the same.
     *
     * @param sign 1, or -1 where the bits take out
     * @param days after how many in a stock a case is old
     */
    record Group(Kind kind, int sign, int days, long[] bits) {}

    /** Bits of matured columns, whose panes take nothing that became known more than {@code lag} days after their day. */
    record Matured(int lag, long[] bits) {}

    final Group[] groups;
    final Matured[] matured;
    /** By bit the column, its layout and its offset within a row. */
    final Column[] columns;

    final int[] layouts;
    final int[] offsets;
    private final ContributionTable table;

    ContributionPlan(ContributionTable table, Grid grid) {
        this.table = table;
        this.columns = new Column[table.size()];
        this.layouts = new int[table.size()];
        this.offsets = new int[table.size()];
        List<Group> found = new ArrayList<>();
        List<Matured> ofMatured = new ArrayList<>();
        for (int bit = 0; bit < table.size(); bit++) {
            Column column = table.column(bit);
            columns[bit] = column;
            layouts[bit] = column.rows().index();
            offsets[bit] = column.isPercentile() ? 0 : grid.offset(column);
            enter(group(column, table.effect(bit), table.words()), bit, found);
            if (column.basis().kind() == Basis.Kind.MATURED) {
                enter(column.lag(), bit, ofMatured);
            }
        }
        this.groups = found.toArray(Group[]::new);
        this.matured = ofMatured.toArray(Matured[]::new);
    }

    /** The number of which a bit's column takes a percentile. */
    int number(int bit, DeltaEntry entry) {
        return columns[bit].isOfAges() ? entry.recordedDay : table.number(bit, entry.quantity);
    }

    /** The bits of columns that a predicate names. */
    long[] bits(IntPredicate wanted) {
        long[] bits = new long[table.words()];
        for (int bit = 0; bit < columns.length; bit++) {
            if (wanted.test(bit)) {
                bits[bit >>> 6] |= 1L << bit;
            }
        }
        return bits;
    }

    private static Group group(Column column, ContributionTable.Effect effect, int words) {
        long[] none = new long[words];
        int sign = effect == ContributionTable.Effect.LEAVE_STOCK ? -1 : 1;
        if (column.isPercentile()) {
            return new Group(Kind.NUMBER, sign, 0, none);
        }
        if (column.isPresence()) {
            return new Group(Kind.PRESENCE, 1, 0, none);
        }
        if (column.isStock()) {
            return new Group(Kind.STOCK, sign, column.agedDays(), none);
        }
        return new Group(Kind.COUNT, 1, 0, none);
    }

    private static void enter(Group group, int bit, List<Group> groups) {
        Group same = groups.stream()
                .filter(other -> other.kind == group.kind && other.sign == group.sign && other.days == group.days)
                .findFirst()
                .orElse(group);
        if (same == group) {
            groups.add(group);
        }
        same.bits[bit >>> 6] |= 1L << bit;
    }

    private void enter(int lag, int bit, List<Matured> matures) {
        Matured same = matures.stream()
                .filter(other -> other.lag == lag)
                .findFirst()
                .orElseGet(() -> {
                    Matured first = new Matured(lag, new long[table.words()]);
                    matures.add(first);
                    return first;
                });
        same.bits[bit >>> 6] |= 1L << bit;
    }
}
