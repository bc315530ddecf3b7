package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * The counts of a report, what is told of each other by them, and which are shown together.
 *
 * <p>A <em>cell</em> is a count of people or cases, 0 or more. A <em>relation</em> is what everybody knows of cells without seeing them: that
 * parts add up to a whole, or to no more than it. A <em>unit</em> is what is shown or withheld at once, such as a figure with its count and
 * its whole; a cell that no shown unit has is unknown.
 */
final class Counts {
    /** Fewer people than this are never told of. */
    static final int LEAST = 5;
    /** How far from its true number a count that is safe may be at most. */
    static final int FAR = LEAST - 1;

    private final List<String> names = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private final List<Boolean> guarded = new ArrayList<>();
    private final Map<String, Integer> cells = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    /** The signed sum of cells is 0, or at most 0. */
    record Relation(int[] cells, int[] signs, boolean equal) {
        int sum(IntUnaryOperator values) {
            int sum = 0;
            for (int i = 0; i < cells.length; i++) {
                sum += signs[i] * values.applyAsInt(cells[i]);
            }
            return sum;
        }
    }

    /**
     * What is shown or withheld at once.
     *
     * @param primary whether it must be withheld for its own numbers
     * @param fixed whether it was published earlier: it cannot be withheld any more
     * @param needs units without which this is not shown either
     * @param said the cell of which "fewer than five" is said where that is so and the unit is withheld; {@link #NOTHING} where nothing is
     */
    record Unit(String name, int[] cells, boolean primary, boolean fixed, List<Integer> needs, int said) {
        static final int NOTHING = -1;
    }

    /** The cell of a name and a count: two counts of one name, such as one as published and as known now, are two cells. */
    int cell(String name, int value) {
        return cell(name + " = " + value, value, SmallNumber.isSmall(value));
    }

    /** The cell of a name, made where there is none: with its count, and whether that must not become known. */
    int cell(String name, int value, boolean isGuarded) {
        Integer known = cells.get(name);
        if (known != null) {
            if (values.get(known) != value) {
                throw new IllegalArgumentException(name + " is both " + values.get(known) + " and " + value);
            }
            guarded.set(known, guarded.get(known) || isGuarded);
            return known;
        }
        names.add(name);
        values.add(value);
        guarded.add(isGuarded);
        cells.put(name, names.size() - 1);
        return names.size() - 1;
    }

    /** Parts add up to a whole, if they do so in truth; then everybody may reckon so. To no more than it, if that is so. */
    void parts(int whole, List<Integer> parts) {
        int[] of = new int[parts.size() + 1];
        int[] signs = new int[of.length];
        for (int i = 0; i < parts.size(); i++) {
            of[i] = parts.get(i);
            signs[i] = 1;
        }
        of[parts.size()] = whole;
        signs[parts.size()] = -1;
        int sum = new Relation(of, signs, false).sum(values::get);
        if (sum <= 0) {
            relations.add(new Relation(of, signs, sum == 0));
        }
    }

    /** What is left of a whole beside a part is a count too, if there is a part. */
    void rest(String name, int whole, int part) {
        int left = value(whole) - value(part);
        if (left >= 0) {
            String rest = "rest of " + name + " " + value(part) + "/" + value(whole);
            parts(whole, List.of(part, cell(rest, left, SmallNumber.isSmall(left))));
        }
    }

    /**
     * What one count has more than another.
     *
     * @param least what of it is guarded at least: nothing at all is no news of anybody where a period was counted twice
     */
    void remainder(int whole, int part, int least) {
        int left = value(whole) - value(part);
        if (whole != part && left >= 0) {
            String rest = name(whole) + " less " + name(part);
            parts(whole, List.of(part, cell(rest, left, left >= least && SmallNumber.isSmall(left))));
        }
    }

    /** A whole is at most the sum of what overlaps in it, if that is so. */
    void atMost(int whole, List<Integer> overlapping) {
        int[] of = new int[overlapping.size() + 1];
        int[] signs = new int[of.length];
        Arrays.fill(signs, -1);
        for (int i = 0; i < overlapping.size(); i++) {
            of[i] = overlapping.get(i);
        }
        of[overlapping.size()] = whole;
        signs[overlapping.size()] = 1;
        Relation relation = new Relation(of, signs, false);
        if (relation.sum(values::get) <= 0) {
            relations.add(relation);
        }
    }

    int unit(Unit unit) {
        units.add(unit);
        return units.size() - 1;
    }

    /** Whether a unit is shown where the units of a set are withheld. */
    boolean isShown(int unit, BitSet withheld) {
        return !withheld.get(unit) && units.get(unit).needs().stream().noneMatch(withheld::get);
    }

    static int[] array(List<Integer> cells) {
        return cells.stream().mapToInt(cell -> cell).toArray();
    }

    int size() {
        return names.size();
    }

    String name(int cell) {
        return names.get(cell);
    }

    int value(int cell) {
        return values.get(cell);
    }

    boolean isGuarded(int cell) {
        return guarded.get(cell);
    }

    List<Relation> relations() {
        return relations;
    }

    List<Unit> units() {
        return units;
    }

    /** The set of one cell. */
    static BitSet only(int cell) {
        BitSet one = new BitSet();
        one.set(cell);
        return one;
    }
}
