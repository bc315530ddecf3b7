package vaiwg.board.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.board.disclosure.Counts.Relation;

/** Which relations bear on one another: only those that are linked by cells that a reader does not know. */
final class Groups {
    /** A relation that has a cell, by its number, and the cell's sign in it. */
    record Link(int relation, int sign) {}

    private static final BitSet NO_UNITS = new BitSet();

    private final Counts counts;
    private final List<List<Link>> links = new ArrayList<>();
    private final Map<Integer, BitSet> units = new HashMap<>();
    private final BitSet all = new BitSet();

    Groups(Counts counts) {
        this.counts = counts;
        for (int cell = 0; cell < counts.size(); cell++) {
            links.add(new ArrayList<>());
        }
        for (int i = 0; i < counts.relations().size(); i++) {
            Relation relation = counts.relations().get(i);
            for (int j = 0; j < relation.cells().length; j++) {
                links.get(relation.cells()[j]).add(new Link(i, relation.signs()[j]));
            }
        }
        all.set(0, counts.relations().size());
        for (int unit = 0; unit < counts.units().size(); unit++) {
            for (int cell : counts.units().get(unit).cells()) {
                units.computeIfAbsent(cell, of -> new BitSet()).set(unit);
            }
        }
    }

    /** The units that show a cell; the caller does not change them. */
    BitSet units(int cell) {
        return units.getOrDefault(cell, NO_UNITS);
    }

    /** The relations that have a cell. */
    List<Link> of(int cell) {
        return links.get(cell);
    }

    /** The relations that the bounds of some cells depend on, by their numbers. */
    BitSet linked(BitSet cells, BitSet known) {
        return linked(cells, known, all);
    }

    /** The same among some relations only. */
    BitSet linked(BitSet cells, BitSet known, BitSet among) {
        BitSet found = new BitSet();
        BitSet seen = (BitSet) cells.clone();
        seen.andNot(known);
        Deque<Integer> open = new ArrayDeque<>();
        seen.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (Link link : links.get(open.remove())) {
                int relation = link.relation();
                if (among.get(relation) && !found.get(relation)) {
                    found.set(relation);
                    for (int cell : counts.relations().get(relation).cells()) {
                        if (!known.get(cell) && !seen.get(cell)) {
                            seen.set(cell);
                            open.add(cell);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** The relations that have one of some cells that a reader does not know, by their numbers. */
    BitSet having(BitSet cells, BitSet known) {
        BitSet found = new BitSet();
        cells.stream()
                .filter(cell -> !known.get(cell))
                .forEach(cell -> links.get(cell).forEach(link -> found.set(link.relation())));
        return found;
    }

    /** All cells in the relations that the bounds of some depend on, and these themselves. */
    BitSet neighbours(BitSet cells, BitSet known) {
        BitSet found = (BitSet) cells.clone();
        linked(cells, known).stream().forEach(relation -> {
            for (int cell : counts.relations().get(relation).cells()) {
                found.set(cell);
            }
        });
        return found;
    }

    /** Some cells, and those in one relation with one of them that a reader does not see. */
    BitSet beside(BitSet cells, BitSet known) {
        BitSet beside = (BitSet) cells.clone();
        having(cells, known).stream().forEach(relation -> {
            for (int other : counts.relations().get(relation).cells()) {
                beside.set(other);
            }
        });
        return beside;
    }
}
