package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which counts would be unknown if so many units were withheld besides: what has to be withheld for a count is its price. */
final class Opening {
    private final Counts counts;
    private final List<BitSet> unitsOf;
    private final BitSet withheld;
    private final int most;
    private final BitSet opened = new BitSet();

    /** @param most how many units may be withheld besides */
    Opening(Counts counts, BitSet withheld, int most) {
        this.counts = counts;
        this.withheld = withheld;
        this.most = most;
        this.unitsOf = new ArrayList<>();
        for (int cell = 0; cell < counts.size(); cell++) {
            unitsOf.add(new BitSet());
        }
        for (int unit = 0; unit < counts.units().size(); unit++) {
            for (int cell : counts.units().get(unit).cells()) {
                unitsOf.get(cell).set(unit);
            }
        }
    }

    int price(int cell) {
        return toOpen(cell).cardinality();
    }

    boolean mayOpen(int cell) {
        BitSet units = toOpen(cell);
        return opened.cardinality() + units.cardinality() <= most
                && units.stream().noneMatch(unit -> counts.units().get(unit).fixed());
    }

    /** Withholds what shows a cell; gives what that is. */
    BitSet open(int cell) {
        BitSet units = toOpen(cell);
        opened.or(units);
        return units;
    }

    void close(BitSet units) {
        opened.andNot(units);
    }

    /** All that is withheld besides. */
    BitSet opened() {
        return opened;
    }

    private BitSet toOpen(int cell) {
        BitSet units = (BitSet) unitsOf.get(cell).clone();
        units.andNot(opened);
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1)) {
            if (withheld.get(unit) || counts.units().get(unit).needs().stream().anyMatch(withheld::get)) {
                units.clear(unit);
            }
        }
        return units;
    }
}
