package vaiwg.board.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import vaiwg.board.disclosure.Counts.Relation;

/** Which relations bear on one another: only those that are linked by cells that a reader does not see. */
final class Groups {
    private final Counts counts;
    private final List<List<Integer>> relationsOfCell = new ArrayList<>();

    Groups(Counts counts) {
        this.counts = counts;
        for (int cell = 0; cell < counts.size(); cell++) {
            relationsOfCell.add(new ArrayList<>());
        }
        for (int i = 0; i < counts.relations().size(); i++) {
            for (int cell : counts.relations().get(i).cells()) {
                relationsOfCell.get(cell).add(i);
            }
        }
    }

    /** The relations that a cell's bounds depend on. */
    List<Relation> relationsOf(int cell, BitSet known) {
        BitSet found = new BitSet();
        reach(cell, known, found);
        return found.stream().mapToObj(counts.relations()::get).toList();
    }

    /** All cells in the relations that a cell's bounds depend on, and itself. */
    BitSet neighbours(int cell, BitSet known) {
        BitSet cells = new BitSet();
        cells.set(cell);
        for (Relation relation : relationsOf(cell, known)) {
            for (int of : relation.cells()) {
                cells.set(of);
            }
        }
        return cells;
    }

    /** Some cells, and those in one relation with one of them that a reader does not see. */
    BitSet beside(BitSet cells, BitSet known) {
        BitSet beside = (BitSet) cells.clone();
        cells.stream().filter(cell -> !known.get(cell)).forEach(cell -> {
            for (int relation : relationsOfCell.get(cell)) {
                for (int other : counts.relations().get(relation).cells()) {
                    beside.set(other);
                }
            }
        });
        return beside;
    }

    private void reach(int start, BitSet known, BitSet found) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        BitSet seen = new BitSet();
        seen.set(start);
        while (!open.isEmpty()) {
            for (int relation : relationsOfCell.get(open.remove())) {
                if (!found.get(relation)) {
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
    }
}
