package vaiwg.board.disclosure;

import java.util.BitSet;
import java.util.List;
import vaiwg.board.disclosure.Attack.Leak;

/**
 * Chooses of which withheld counts is said that they are fewer than five: of all that are, but of those of which this would tell more. A count
 * of which it is said may be 0, 1, 2, 3 or 4, and all five have to be possible.
 */
final class Wording {
    private final Counts counts;
    private final Attack attack;
    private final Groups groups;

    Wording(Counts counts) {
        this.counts = counts;
        this.attack = new Attack(counts);
        this.groups = new Groups(counts);
    }

    /** The units that say "fewer than five", of those that are withheld. */
    BitSet choose(BitSet withheld) {
        BitSet few = new BitSet();
        withheld.stream().filter(unit -> Told.isSmall(counts, unit)).forEach(few::set);
        List<Leak> leaks = leaks(withheld, few);
        while (!leaks.isEmpty() && !few.isEmpty()) {
            BitSet cells = new BitSet();
            leaks.forEach(leak -> cells.set(leak.cell()));
            if (!remove(few, cells)) {
                remove(few, groups.neighbours(cells, attack.known(withheld)));
            }
            leaks = leaks(withheld, few);
        }
        return few;
    }

    private List<Leak> leaks(BitSet withheld, BitSet few) {
        return attack.leaks(withheld, Told.by(counts, groups, attack, withheld, few));
    }

    /** Whether any of the units says so of one of the cells, and no longer does. */
    private boolean remove(BitSet few, BitSet cells) {
        BitSet gone = new BitSet();
        few.stream().filter(unit -> cells.get(counts.units().get(unit).said())).forEach(gone::set);
        few.andNot(gone);
        return !gone.isEmpty();
    }
}
