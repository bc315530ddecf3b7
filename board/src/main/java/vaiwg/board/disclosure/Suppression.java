package vaiwg.board.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vaiwg.board.ReportException;
import vaiwg.board.disclosure.Attack.Leak;
import vaiwg.board.disclosure.Counts.Unit;

/**
 * Chooses what is withheld: first what is too small itself, then, while the attack finds something, the smallest number beside it that
 * closes the leak. At the end none is withheld without need: each that could be shown again is.
 */
final class Suppression {
    /** How many numbers are tried alone before the smallest is withheld as a first step. */
    private static final int TRIED = 2;

    private final Counts counts;
    private final Attack attack;
    private final Groups groups;
    private final BitSet withheld = new BitSet();

    Suppression(Counts counts) {
        this.counts = counts;
        this.attack = new Attack(counts);
        this.groups = new Groups(counts);
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
        BitSet one = new BitSet();
        one.set(cell);
        while (attack.finds(withheld, one)) {
            withholdBeside(cell, one);
        }
    }

    private void withholdBeside(int cell, BitSet one) {
        List<Integer> candidates = nearest(cell);
        if (candidates.isEmpty()) {
            throw new ReportException("The report cannot be made safe: what was published before already tells the "
                    + counts.name(cell) + "; issue it for the internal tier.");
        }
        for (int unit : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
            withheld.set(unit);
            if (!attack.finds(withheld, one)) {
                return;
            }
            withheld.clear(unit);
        }
        // None does it alone: the smallest is a step.
        withheld.set(candidates.get(0));
    }

    /** What may still be withheld in the relations that have a cell, or else in the next ones; the smallest first. */
    private List<Integer> nearest(int cell) {
        BitSet known = attack.known(withheld);
        BitSet cells = new BitSet();
        cells.set(cell);
        List<Integer> found = candidates(cells);
        BitSet wider = groups.beside(cells, known);
        while (found.isEmpty() && !wider.equals(cells)) {
            cells = wider;
            wider = groups.beside(cells, known);
            found = candidates(cells);
        }
        return found;
    }

    private List<Integer> candidates(BitSet cells) {
        return IntStream.range(0, counts.units().size())
                .filter(unit -> !withheld.get(unit) && !counts.units().get(unit).fixed())
                .filter(unit -> IntStream.of(counts.units().get(unit).cells()).anyMatch(cells::get))
                .boxed()
                .sorted(Comparator.comparing(this::size)
                        .thenComparing(unit -> counts.units().get(unit).name()))
                .toList();
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
        BitSet known = attack.known(without);
        BitSet cells = new BitSet();
        for (int cell : counts.units().get(unit).cells()) {
            cells.or(groups.neighbours(cell, known));
        }
        return cells;
    }

    /** How much is lost by withholding a unit: its smallest count. */
    private int size(int unit) {
        return IntStream.of(counts.units().get(unit).cells())
                .map(counts::value)
                .min()
                .orElse(0);
    }
}
