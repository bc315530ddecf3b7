package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import vaiwg.board.disclosure.Counts.Relation;

/**
 * Tries what a reader can find out: the least and the greatest that each guarded count can be, given all that is shown and all relations,
 * in whole numbers. A count is safe where five values are possible.
 */
final class Attack {
    private static final int ROUNDS = 4;

    private final Counts counts;
    private final Groups groups;

    /** Other counts that would look the same: each shows of many cells at once what they may be. */
    private final List<int[]> lookalikes = new ArrayList<>();

    /** A guarded count that can be told to within less than five: {@code lower <= count <= upper}. */
    record Leak(int cell, int lower, int upper) {}

    Attack(Counts counts) {
        this.counts = counts;
        this.groups = new Groups(counts);
    }

    /** All leaks where the units of a set are withheld. */
    List<Leak> leaks(BitSet withheld) {
        BitSet all = new BitSet();
        all.set(0, counts.size());
        return leaks(withheld, all, Integer.MAX_VALUE);
    }

    /** Whether there is a leak among some cells. */
    boolean finds(BitSet withheld, BitSet among) {
        return !leaks(withheld, among, 1).isEmpty();
    }

    private List<Leak> leaks(BitSet withheld, BitSet among, int most) {
        BitSet known = known(withheld);
        List<int[]> alike = new ArrayList<>(
                lookalikes.stream().filter(other -> agrees(other, known)).toList());
        BitSet guarded = new BitSet();
        among.stream().filter(counts::isGuarded).forEach(guarded::set);
        BitSet tried = new BitSet();
        List<Leak> leaks = new ArrayList<>();
        for (int cell = guarded.nextSetBit(0); cell >= 0 && leaks.size() < most; cell = guarded.nextSetBit(cell + 1)) {
            leak(cell, known, alike, leaks, guarded, tried);
        }
        leaks.sort(Comparator.comparing((Leak leak) -> leak.upper() - leak.lower())
                .thenComparing(leak -> counts.name(leak.cell())));
        return leaks;
    }

    /** The cells that a reader sees. */
    BitSet known(BitSet withheld) {
        BitSet known = new BitSet();
        List<Counts.Unit> units = counts.units();
        for (int i = 0; i < units.size(); i++) {
            boolean shown = !withheld.get(i) && units.get(i).needs().stream().noneMatch(withheld::get);
            if (shown) {
                for (int cell : units.get(i).cells()) {
                    known.set(cell);
                }
            }
        }
        return known;
    }

    private void leak(int cell, BitSet known, List<int[]> alike, List<Leak> leaks, BitSet guarded, BitSet tried) {
        int value = counts.value(cell);
        if (known.get(cell)) {
            leaks.add(new Leak(cell, value, value));
            return;
        }
        if (isSafe(cell, alike)) {
            return;
        }
        List<Relation> relations = groups.relationsOf(cell, known);
        if (relations.isEmpty()) {
            return;
        }
        if (relations.stream().anyMatch(relation -> isLastOf(relation, cell, known))) {
            leaks.add(new Leak(cell, value, value));
            return;
        }
        Bounds bounds = new Bounds(counts, known, relations);
        if (!tried.get(cell)) {
            spread(bounds, alike, guarded, tried);
            if (isSafe(cell, alike)) {
                return;
            }
        }
        int upper = Math.max(most(cell, alike), remember(bounds.greatest(cell), alike)[cell]);
        int lower = least(cell, alike);
        if (!isSafe(lower, upper)) {
            lower = Math.min(lower, remember(bounds.least(cell), alike)[cell]);
        }
        if (!isSafe(lower, upper)) {
            leaks.add(new Leak(cell, lower, upper));
        }
    }

    /** Whether a cell is the only one of a sum that a reader does not see: then a subtraction tells it. */
    private static boolean isLastOf(Relation relation, int cell, BitSet known) {
        boolean has = false;
        for (int of : relation.cells()) {
            if (of == cell) {
                has = true;
            } else if (!known.get(of)) {
                return false;
            }
        }
        return has && relation.equal();
    }

    /** Looks for counts that are otherwise in as many guarded cells as can be at once, before each is looked at alone. */
    private void spread(Bounds bounds, List<int[]> alike, BitSet guarded, BitSet tried) {
        for (int round = 0; round < ROUNDS; round++) {
            BitSet open = new BitSet();
            bounds.unknown().stream()
                    .filter(cell -> guarded.get(cell) && !isSafe(cell, alike))
                    .forEach(open::set);
            if (open.cardinality() < 2) {
                break;
            }
            bounds.spread(open, round % 2 == 0).ifPresent(other -> remember(other, alike));
            tried.or(open);
        }
    }

    private boolean isSafe(int cell, List<int[]> alike) {
        return isSafe(least(cell, alike), most(cell, alike));
    }

    private int least(int cell, List<int[]> alike) {
        int least = counts.value(cell);
        for (int[] other : alike) {
            least = Math.min(least, other[cell]);
        }
        return least;
    }

    private int most(int cell, List<int[]> alike) {
        int most = counts.value(cell);
        for (int[] other : alike) {
            most = Math.max(most, other[cell]);
        }
        return most;
    }

    private static boolean isSafe(int lower, int upper) {
        return upper - lower + 1 >= Counts.LEAST;
    }

    private int[] remember(int[] other, List<int[]> alike) {
        lookalikes.add(other);
        alike.add(other);
        return other;
    }

    private boolean agrees(int[] other, BitSet known) {
        for (int cell = known.nextSetBit(0); cell >= 0; cell = known.nextSetBit(cell + 1)) {
            if (other[cell] != counts.value(cell)) {
                return false;
            }
        }
        return true;
    }
}
