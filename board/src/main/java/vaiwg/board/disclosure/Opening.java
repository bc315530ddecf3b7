package vaiwg.board.disclosure;

import java.util.BitSet;

/** Which counts would be unknown if so many units were withheld besides: what has to be withheld for a count is its price. */
final class Opening {
    private final Counts counts;
    private final Groups groups;
    private final BitSet withheld;
    private final int most;
    private final BitSet opened = new BitSet();

    /** @param most how many units may be withheld besides */
    Opening(Counts counts, Groups groups, BitSet withheld, int most) {
        this.counts = counts;
        this.groups = groups;
        this.withheld = withheld;
        this.most = most;
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
        BitSet units = (BitSet) groups.units(cell).clone();
        units.andNot(opened);
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1)) {
            if (!counts.isShown(unit, withheld)) {
                units.clear(unit);
            }
        }
        return units;
    }
}
