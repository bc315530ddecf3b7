package vaiwg.board.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import vaiwg.board.disclosure.Counts.Relation;

/**
 * What follows for the counts that a reader does not see from one relation at a time: the least and the greatest that each can be, where a
 * sum leaves no more room. What is fixed by that is taken for known, and what follows from the bounds alone binds nobody any more: the
 * relations that are left are fewer, and fall into groups that do not bear on one another.
 */
final class Unknowns {
    /** More than any count: nothing is known of how great. */
    static final int FAR = 1 << 30;

    /** Bounds that go on creeping after that are left as they are: they are bounds still. */
    private static final int LOOKS = 40;

    private final Counts counts;
    private final Groups groups;
    private final int[] lower;
    private final int[] upper;
    private final BitSet open = new BitSet();

    /**
     * @param known the cells that a reader sees
     * @param told what words say of the others
     * @param from cells of which, and of all that is linked with them, the bounds are asked for
     */
    Unknowns(Counts counts, Groups groups, BitSet known, Told told, BitSet from) {
        this.counts = counts;
        this.groups = groups;
        this.lower = new int[counts.size()];
        this.upper = new int[counts.size()];
        Arrays.fill(upper, FAR);
        told.small().stream().forEach(cell -> upper[cell] = Counts.LEAST - 1);
        told.large().stream().forEach(cell -> lower[cell] = Counts.LEAST);
        known.stream().forEach(cell -> lower[cell] = upper[cell] = counts.value(cell));
        BitSet relations = groups.linked(from, known);
        narrow(relations);
        relations.stream()
                .filter(relation -> binds(counts.relations().get(relation)))
                .forEach(open::set);
    }

    int lower(int cell) {
        return lower[cell];
    }

    int upper(int cell) {
        return upper[cell];
    }

    boolean isFixed(int cell) {
        return lower[cell] == upper[cell];
    }

    /** The relations that a cell's bounds still depend on, by the numbers of the counts'; none where nothing binds it but its bounds. */
    BitSet group(int cell) {
        BitSet fixed = new BitSet();
        for (int i = 0; i < lower.length; i++) {
            fixed.set(i, isFixed(i));
        }
        return groups.linked(Counts.only(cell), fixed, open);
    }

    private void narrow(BitSet relations) {
        Deque<Integer> changed = new ArrayDeque<>();
        int[] looks = new int[counts.relations().size()];
        BitSet waiting = (BitSet) relations.clone();
        relations.stream().forEach(changed::add);
        List<Integer> moved = new ArrayList<>();
        while (!changed.isEmpty()) {
            int next = changed.remove();
            waiting.clear(next);
            if (++looks[next] <= LOOKS) {
                moved.clear();
                narrow(counts.relations().get(next), moved);
                for (int cell : moved) {
                    for (Groups.Link link : groups.of(cell)) {
                        int relation = link.relation();
                        if (relations.get(relation) && !waiting.get(relation)) {
                            waiting.set(relation);
                            changed.add(relation);
                        }
                    }
                }
            }
        }
    }

    /** What each cell of a relation can be, with the others as small, or as great, as they can be. */
    private void narrow(Relation relation, List<Integer> moved) {
        long least = least(relation);
        long most = relation.equal() ? most(relation) : 0;
        for (int i = 0; i < relation.cells().length; i++) {
            int cell = relation.cells()[i];
            boolean plus = relation.signs()[i] > 0;
            // The signed sum is at most 0: a cell has the room that the others leave at their least.
            long othersLeast = least - (plus ? lower[cell] : -(long) upper[cell]);
            boolean tighter = plus ? most(cell, -othersLeast) : least(cell, othersLeast);
            if (relation.equal()) {
                long othersMost = most - (plus ? upper[cell] : -(long) lower[cell]);
                tighter |= plus ? least(cell, -othersMost) : most(cell, othersMost);
            }
            if (tighter) {
                moved.add(cell);
                least = least(relation);
                most = relation.equal() ? most(relation) : 0;
            }
        }
    }

    private boolean most(int cell, long bound) {
        if (bound < upper[cell] && bound < FAR / 2) {
            upper[cell] = (int) bound;
            return true;
        }
        return false;
    }

    private boolean least(int cell, long bound) {
        if (bound > lower[cell] && bound < FAR / 2) {
            lower[cell] = (int) bound;
            return true;
        }
        return false;
    }

    private long least(Relation relation) {
        long sum = 0;
        for (int i = 0; i < relation.cells().length; i++) {
            int cell = relation.cells()[i];
            sum += relation.signs()[i] > 0 ? lower[cell] : -(long) upper[cell];
        }
        return sum;
    }

    private long most(Relation relation) {
        long sum = 0;
        for (int i = 0; i < relation.cells().length; i++) {
            int cell = relation.cells()[i];
            sum += relation.signs()[i] > 0 ? upper[cell] : -(long) lower[cell];
        }
        return sum;
    }

    /** Whether a relation says more than the bounds of its cells do. */
    private boolean binds(Relation relation) {
        boolean free = false;
        for (int cell : relation.cells()) {
            free |= !isFixed(cell);
        }
        return free && (relation.equal() || most(relation) > 0);
    }
}
