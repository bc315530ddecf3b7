package vaiwg.board.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vaiwg.board.ReportException;
import vaiwg.board.disclosure.Attack.Leak;
import vaiwg.board.disclosure.Counts.Relation;
import vaiwg.board.disclosure.Counts.Unit;

/**
 * Chooses what is withheld: first what is too small itself, then, while the attack finds something, the smallest number beside it that
 * closes the leak. At the end none is withheld without need: each that could be shown again is.
 */
final class Suppression {
    /** How many numbers of each relation are tried alone before one is withheld as a first step. */
    private static final int TRIED = 2;

    private static final int MOST_AT_ONCE = 4;

    private final Counts counts;
    private final Attack attack;
    private final Groups groups;
    private final BitSet withheld = new BitSet();
    private final BitSet published;

    Suppression(Counts counts) {
        this(counts, new Attack(counts));
    }

    /** @param attack that of the counts */
    Suppression(Counts counts, Attack attack) {
        this.counts = counts;
        this.attack = attack;
        this.groups = new Groups(counts);
        BitSet all = new BitSet();
        for (int i = 0; i < counts.units().size(); i++) {
            all.set(i, !counts.units().get(i).fixed());
        }
        this.published = attack.known(all);
    }

    /**
     * The units to be withheld.
     *
     * @throws ReportException where an earlier report has already given something away, which nothing in this one can undo
     */
    BitSet choose() {
        List<Unit> units = counts.units();
        for (int i = 0; i < units.size(); i++) {
            withheld.set(i, units.get(i).primary() && !units.get(i).fixed());
        }
        BitSet primary = (BitSet) withheld.clone();
        // What is withheld besides tells less, never more: a closed leak stays closed.
        for (Leak leak : attack.leaks(withheld)) {
            close(leak.cell());
        }
        showAgain(primary);
        return withheld;
    }

    private void close(int cell) {
        BitSet one = Counts.only(cell);
        while (attack.finds(withheld, one)) {
            if (!open(cell)) {
                withholdBeside(cell, one);
            }
        }
    }

    /** Withholds as few as possible, so that a count may be one that is safe. */
    private boolean open(int cell) {
        BitSet one = Counts.only(cell);
        Unknowns unknowns = new Unknowns(counts, groups, published, Told.NOTHING, one);
        int value = counts.value(cell);
        for (int most = 1; most <= MOST_AT_ONCE; most++) {
            for (int number : List.of(value + Counts.FAR, 0)) {
                Opening opening = new Opening(counts, groups, withheld, most);
                boolean far = Math.abs(number - value) >= Counts.FAR
                        && number >= unknowns.lower(cell)
                        && number <= unknowns.upper(cell);
                if (far
                        && new Exchange(counts, groups, unknowns, opening)
                                .with(cell, number)
                                .isPresent()) {
                    withheld.or(opening.opened());
                    return true;
                }
            }
        }
        return false;
    }

    private void withholdBeside(int cell, BitSet one) {
        List<List<Integer>> candidates = nearest(cell);
        if (candidates.isEmpty()) {
            throw new ReportException("The report cannot be made safe: what was published before already reveals the "
                    + counts.name(cell) + "; issue it for the internal tier.");
        }
        List<Integer> alone = candidates.stream()
                .flatMap(ofOne -> ofOne.stream().limit(TRIED))
                .distinct()
                .sorted(smallest())
                .toList();
        for (int unit : alone) {
            withheld.set(unit);
            if (!attack.finds(withheld, one)) {
                return;
            }
            withheld.clear(unit);
        }
        // None does it alone: a step is the smallest of the sum in which least is free.
        withheld.set(candidates.get(0).get(0));
    }

    /** What may still be withheld of each relation that has a cell, or else of the next ones. */
    private List<List<Integer>> nearest(int cell) {
        BitSet known = attack.known(withheld);
        BitSet cells = Counts.only(cell);
        List<List<Integer>> found = candidates(cells, known);
        BitSet wider = groups.beside(cells, known);
        while (found.isEmpty() && !wider.equals(cells)) {
            cells = wider;
            wider = groups.beside(cells, known);
            found = candidates(cells, known);
        }
        return found;
    }

    /** By relation, that with the fewest unknown cells first; in each the smallest first. */
    private List<List<Integer>> candidates(BitSet cells, BitSet known) {
        return groups.having(cells, known).stream()
                .mapToObj(counts.relations()::get)
                .sorted(Comparator.comparing(relation -> unknown(relation, known)))
                .map(this::candidates)
                .filter(found -> !found.isEmpty())
                .toList();
    }

    private static long unknown(Relation relation, BitSet known) {
        return IntStream.of(relation.cells()).filter(cell -> !known.get(cell)).count();
    }

    private List<Integer> candidates(Relation relation) {
        BitSet cells = new BitSet();
        IntStream.of(relation.cells()).forEach(cells::set);
        return IntStream.range(0, counts.units().size())
                .filter(unit -> !withheld.get(unit) && !counts.units().get(unit).fixed())
                .filter(unit -> IntStream.of(counts.units().get(unit).cells()).anyMatch(cells::get))
                .boxed()
                .sorted(smallest())
                .toList();
    }

    private Comparator<Integer> smallest() {
        return Comparator.comparing(this::size)
                .thenComparing(unit -> counts.units().get(unit).name());
    }

    private void showAgain(BitSet primary) {
        for (int unit = withheld.length() - 1; unit >= 0; unit--) {
            if (withheld.get(unit) && !primary.get(unit)) {
                withheld.clear(unit);
                // Mostly the nearest is told at once; only where it is not, all that is linked is looked at.
                if (attack.finds(withheld, near(unit)) || attack.finds(withheld, linked(unit))) {
                    withheld.set(unit);
                }
            }
        }
    }

    private BitSet near(int unit) {
        BitSet cells = new BitSet();
        IntStream.of(counts.units().get(unit).cells()).forEach(cells::set);
        return groups.beside(cells, new BitSet());
    }

    /** What showing a unit can give away: all that its cells are linked with while it is withheld. */
    private BitSet linked(int unit) {
        BitSet without = (BitSet) withheld.clone();
        without.set(unit);
        BitSet cells = new BitSet();
        IntStream.of(counts.units().get(unit).cells()).forEach(cells::set);
        return groups.neighbours(cells, attack.known(without));
    }

    /** How much is lost by withholding a unit: its smallest count. */
    private int size(int unit) {
        return IntStream.of(counts.units().get(unit).cells())
                .map(counts::value)
                .min()
                .orElse(0);
    }
}
