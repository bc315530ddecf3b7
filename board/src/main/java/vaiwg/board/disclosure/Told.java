package vaiwg.board.disclosure;

import java.util.BitSet;
import java.util.List;
import vaiwg.board.disclosure.Counts.Unit;

/**
 * What the words in place of withheld counts tell: of some cells that they are below five, of some that they are not.
 *
 * <p>Counts that bear on one another are taken together. Where all of them say "fewer than five" that are, a reader knows of the others that
 * they are five at least. Where one that is below five says "withheld" as well, "withheld" tells nothing.
 */
record Told(BitSet small, BitSet large) {
    static final Told NOTHING = new Told(new BitSet(), new BitSet());

    /**
     * What is told by the words of a report.
     *
     * @param groups of the counts
     * @param withheld the units that are withheld
     * @param few those of them that say "fewer than five"
     */
    static Told by(Counts counts, Groups groups, Attack attack, BitSet withheld, BitSet few) {
        BitSet small = new BitSet();
        BitSet large = new BitSet();
        BitSet known = attack.known(withheld);
        BitSet seen = new BitSet();
        few.stream().map(unit -> counts.units().get(unit).said()).forEach(cell -> {
            if (!seen.get(cell) && !known.get(cell)) {
                BitSet group = groups.neighbours(Counts.only(cell), known);
                seen.or(group);
                List<Integer> units = withheld.stream()
                        .filter(unit -> counts.units().get(unit).said() != Unit.NOTHING)
                        .filter(unit -> group.get(counts.units().get(unit).said()))
                        .boxed()
                        .toList();
                boolean all = units.stream().allMatch(unit -> few.get(unit) || !isSmall(counts, unit));
                for (int unit : units) {
                    int said = counts.units().get(unit).said();
                    small.set(said, small.get(said) || few.get(unit));
                    large.set(said, large.get(said) || all && !few.get(unit));
                }
            }
        });
        return new Told(small, large);
    }

    /** Whether a unit could say "fewer than five". */
    static boolean isSmall(Counts counts, int unit) {
        int said = counts.units().get(unit).said();
        return said != Unit.NOTHING && SmallNumber.isSmall(counts.value(said));
    }
}
