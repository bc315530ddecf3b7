package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.board.disclosure.Counts.Relation;

/**
 * Looks for counts that a reader cannot tell from the true ones as one would by hand: changes one, and sets right the sums that are wrong
 * then, one after the other, by a count that each still has free. It finds most of what there is in a few steps, and not all: that it found
 * nothing says nothing.
 */
final class Exchange {
    private static final int STEPS = 300;

    private final Counts counts;
    private final Groups groups;
    private final Unknowns unknowns;
    private final Opening opening;
    private final int[] other;
    private final int[] sums;
    private final BitSet changed = new BitSet();
    private final BitSet wrong = new BitSet();
    private int steps;

    /** @param opening which counts may be changed, and at what price */
    Exchange(Counts counts, Groups groups, Unknowns unknowns, Opening opening) {
        this.counts = counts;
        this.groups = groups;
        this.unknowns = unknowns;
        this.opening = opening;
        this.other = new int[counts.size()];
        this.sums = new int[counts.relations().size()];
    }

    /** Counts that look the same, where a cell has another number within its bounds; empty where none was found. */
    Optional<int[]> with(int cell, int number) {
        for (int i = 0; i < other.length; i++) {
            other[i] = counts.value(i);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts.relations().get(i).sum(counts::value);
        }
        changed.clear();
        wrong.clear();
        steps = 0;
        return change(cell, number) ? Optional.of(other.clone()) : Optional.empty();
    }

    private boolean change(int cell, int number) {
        BitSet opened = opening.open(cell);
        int before = other[cell];
        changed.set(cell);
        put(cell, number);
        boolean right = setRight();
        if (!right) {
            put(cell, before);
            changed.clear(cell);
            opening.close(opened);
        }
        return right;
    }

    private void put(int cell, int number) {
        for (Groups.Link link : groups.of(cell)) {
            sums[link.relation()] += link.sign() * (number - other[cell]);
            wrong.set(link.relation(), isWrong(link.relation(), sums[link.relation()]));
        }
        other[cell] = number;
    }

    private boolean isWrong(int relation, int sum) {
        return sum > 0 || sum < 0 && counts.relations().get(relation).equal();
    }

    /** How many sums more are wrong if a cell has another number. */
    private int wrongWith(int cell, int number) {
        int more = 0;
        for (Groups.Link link : groups.of(cell)) {
            int sum = sums[link.relation()] + link.sign() * (number - other[cell]);
            more += (isWrong(link.relation(), sum) ? 1 : 0) - (wrong.get(link.relation()) ? 1 : 0);
        }
        return more;
    }

    private boolean setRight() {
        if (wrong.isEmpty()) {
            return true;
        }
        if (++steps > STEPS) {
            return false;
        }
        int shortest = wrong.stream()
                .boxed()
                .min(Comparator.comparing(
                        relation -> counts.relations().get(relation).cells().length))
                .orElseThrow();
        for (Option option : options(shortest)) {
            if (change(option.cell(), option.number())) {
                return true;
            }
        }
        return false;
    }

    private record Option(int cell, int number, int wrong, int price, boolean whole) {}

    /** How a sum that is too great or too small can come nearer: by what sets most right first, at the least price. */
    private List<Option> options(int wrongOne) {
        Relation relation = counts.relations().get(wrongOne);
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < relation.cells().length; i++) {
            int cell = relation.cells()[i];
            if (!changed.get(cell) && !unknowns.isFixed(cell) && opening.mayOpen(cell)) {
                int wanted = other[cell] - sums[wrongOne] * relation.signs()[i];
                int number = Math.max(unknowns.lower(cell), Math.min(unknowns.upper(cell), wanted));
                if (number != other[cell]) {
                    options.add(
                            new Option(cell, number, wrongWith(cell, number), opening.price(cell), number == wanted));
                }
            }
        }
        options.sort(Comparator.comparing(Option::wrong)
                .thenComparing(Option::price)
                .thenComparing(option -> !option.whole())
                .thenComparing(option -> counts.value(option.cell())));
        return options;
    }
}
