package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tries what a reader can find out: the least and the greatest that each guarded count can be, given all that is shown and all relations,
 * in whole numbers. A count is safe where five values are possible.
 *
 * <p>Most counts are told to be safe or not by their bounds and by exchanges; the solver is asked of the others alone.
 */
final class Attack {
    private final Counts counts;
    private final Groups groups;

    /** Other counts that would look the same: each shows of many cells at once what they may be. */
    private final List<int[]> lookalikes = new ArrayList<>();

    private int asked;

    /** A guarded count that can be told to within less than five: {@code lower <= count <= upper}. */
    record Leak(int cell, int lower, int upper) {}

    Attack(Counts counts) {
        this.counts = counts;
        this.groups = new Groups(counts);
    }

    /** All leaks where the units of a set are withheld, the narrowest first. */
    List<Leak> leaks(BitSet withheld) {
        return leaks(withheld, Told.NOTHING);
    }

    /** The same where words tell something of what is withheld. */
    List<Leak> leaks(BitSet withheld, Told told) {
        BitSet all = new BitSet();
        all.set(0, counts.size());
        Look look = new Look(withheld, told, guarded(all));
        List<Leak> leaks = new ArrayList<>();
        look.guarded.stream().forEach(cell -> look.leak(cell).ifPresent(leaks::add));
        leaks.sort(Comparator.comparing((Leak leak) -> leak.upper() - leak.lower())
                .thenComparing(leak -> counts.name(leak.cell())));
        return leaks;
    }

    /** Whether there is a leak among some cells. */
    boolean finds(BitSet withheld, BitSet among) {
        Look look = new Look(withheld, Told.NOTHING, guarded(among));
        return look.guarded.stream().anyMatch(look::leaks);
    }

    /** How often the solver was asked: what takes the time. */
    int asked() {
        return asked;
    }

    /** The cells that a reader sees. */
    BitSet known(BitSet withheld) {
        BitSet known = new BitSet();
        List<Counts.Unit> units = counts.units();
        for (int i = 0; i < units.size(); i++) {
            if (counts.isShown(i, withheld)) {
                for (int cell : units.get(i).cells()) {
                    known.set(cell);
                }
            }
        }
        return known;
    }

    private BitSet guarded(BitSet among) {
        BitSet guarded = new BitSet();
        among.stream().filter(counts::isGuarded).forEach(guarded::set);
        return guarded;
    }

    /** One look at what is known. */
    private final class Look {
        private final BitSet withheld;
        private final Told told;
        private final BitSet known;
        private final BitSet guarded;
        private final Unknowns unknowns;
        private final List<int[]> alike = new ArrayList<>();

        Look(BitSet withheld, Told told, BitSet guarded) {
            this.withheld = withheld;
            this.told = told;
            this.known = known(withheld);
            this.guarded = guarded;
            this.unknowns = new Unknowns(counts, groups, known, told, guarded);
            lookalikes.stream().filter(this::agrees).forEach(alike::add);
        }

        boolean leaks(int cell) {
            return !isSafe(lower(cell), upper(cell))
                    || !isSafe(least(cell), most(cell)) && leak(cell).isPresent();
        }

        Optional<Leak> leak(int cell) {
            if (isSafe(least(cell), most(cell))) {
                return Optional.empty();
            }
            BitSet relations = unknowns.group(cell);
            if (relations.isEmpty()) {
                return leak(cell, lower(cell), upper(cell));
            }
            exchange(cell);
            if (!isSafe(least(cell), most(cell))) {
                solve(cell, new Bounds(counts, unknowns, relations));
            }
            return leak(cell, least(cell), most(cell));
        }

        private Optional<Leak> leak(int cell, int lower, int upper) {
            return isSafe(lower, upper) ? Optional.empty() : Optional.of(new Leak(cell, lower, upper));
        }

        private void exchange(int cell) {
            Exchange exchange = new Exchange(counts, groups, unknowns, new Opening(counts, groups, withheld, 0));
            for (int number = upper(cell); number > most(cell); number--) {
                exchange.with(cell, number).ifPresent(this::remember);
            }
            for (int number = lower(cell); number < least(cell) && !isSafe(least(cell), most(cell)); number++) {
                exchange.with(cell, number).ifPresent(this::remember);
            }
        }

        private void solve(int cell, Bounds bounds) {
            if (most(cell) < upper(cell)) {
                asked++;
                remember(bounds.greatest(cell));
            }
            if (least(cell) > lower(cell) && !isSafe(least(cell), most(cell))) {
                asked++;
                remember(bounds.least(cell));
            }
        }

        /** The least that is not excluded by one relation alone, near the truth. */
        private int lower(int cell) {
            return Math.max(unknowns.lower(cell), counts.value(cell) - Counts.FAR);
        }

        private int upper(int cell) {
            return Math.min(unknowns.upper(cell), counts.value(cell) + Counts.FAR);
        }

        /** The least that was found possible. */
        private int least(int cell) {
            int least = counts.value(cell);
            for (int[] other : alike) {
                least = Math.min(least, other[cell]);
            }
            return least;
        }

        private int most(int cell) {
            int most = counts.value(cell);
            for (int[] other : alike) {
                most = Math.max(most, other[cell]);
            }
            return most;
        }

        private void remember(int[] other) {
            lookalikes.add(other);
            alike.add(other);
        }

        private boolean agrees(int[] other) {
            for (int cell = known.nextSetBit(0); cell >= 0; cell = known.nextSetBit(cell + 1)) {
                if (other[cell] != counts.value(cell)) {
                    return false;
                }
            }
            return told.small().stream().allMatch(cell -> SmallNumber.isSmall(other[cell]))
                    && told.large().stream().noneMatch(cell -> SmallNumber.isSmall(other[cell]));
        }
    }

    private static boolean isSafe(int lower, int upper) {
        return upper - lower + 1 >= Counts.LEAST;
    }
}
