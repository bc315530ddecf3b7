package vaiwg.board.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import vaiwg.board.disclosure.Counts.Relation;

/**
 * Counts that a reader cannot tell from the true ones, with one of them as great or as small as it can be, at most four beside the truth:
 * whoever finds five values of a count possible need not look further.
 */
final class Bounds {
    private static final int FAR = Counts.LEAST - 1;

    private final Counts counts;
    private final BitSet known;
    private final List<Relation> relations;

    Bounds(Counts counts, BitSet known, List<Relation> relations) {
        this.counts = counts;
        this.known = known;
        this.relations = relations;
    }

    /** All cells of the relations that a reader does not see. */
    BitSet unknown() {
        BitSet unknown = new BitSet();
        for (Relation relation : relations) {
            for (int cell : relation.cells()) {
                unknown.set(cell);
            }
        }
        unknown.andNot(known);
        return unknown;
    }

    int[] greatest(int cell) {
        return alone(cell, true);
    }

    int[] least(int cell) {
        return alone(cell, false);
    }

    /** Counts with some cells as great, or as small, together as they can be; empty where those are no whole numbers. */
    Optional<int[]> spread(BitSet cells, boolean greatest) {
        int[] best = solve(cells, greatest, false);
        return holds(best) ? Optional.of(best) : Optional.empty();
    }

    /** The best of all real numbers is the best of whole ones where it is whole, as it mostly is; else it is asked for in whole ones. */
    private int[] alone(int cell, boolean greatest) {
        BitSet one = new BitSet();
        one.set(cell);
        int[] best = solve(one, greatest, false);
        return holds(best) ? best : solve(one, greatest, true);
    }

    private int[] solve(BitSet cells, boolean greatest, boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[counts.size()];
        for (Relation relation : relations) {
            add(relation, model, variables, whole);
        }
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            int value = counts.value(cell);
            variables[cell].lower(Math.max(0, value - FAR)).upper(value + FAR).weight(1);
        }
        Optimisation.Result result = greatest ? model.maximise() : model.minimise();
        if (!result.getState().isOptimal()) {
            // What is true is possible: a solver that finds nothing has failed, and says nothing of safety.
            throw new IllegalStateException(
                    "no bounds were found of " + counts.name(cells.nextSetBit(0)) + ": " + result.getState());
        }
        int[] other = new int[counts.size()];
        for (int i = 0; i < other.length; i++) {
            other[i] = variables[i] == null
                    ? counts.value(i)
                    : (int) Math.round(result.doubleValue(model.indexOf(variables[i])));
        }
        return other;
    }

    /** A relation with what is known of it as a number. */
    private void add(Relation relation, ExpressionsBasedModel model, Variable[] variables, boolean whole) {
        Expression sum = model.newExpression("r" + model.countExpressions());
        int told = 0;
        for (int i = 0; i < relation.cells().length; i++) {
            int of = relation.cells()[i];
            if (known.get(of)) {
                told += relation.signs()[i] * counts.value(of);
            } else {
                if (variables[of] == null) {
                    variables[of] = model.newVariable("c" + of).lower(0).integer(whole);
                }
                sum.set(variables[of], relation.signs()[i]);
            }
        }
        sum.upper(-told);
        if (relation.equal()) {
            sum.lower(-told);
        }
    }

    /** Whether rounded numbers are a solution themselves. */
    private boolean holds(int[] other) {
        for (Relation relation : relations) {
            int sum = relation.sum(cell -> other[cell]);
            if (relation.equal() ? sum != 0 : sum > 0) {
                return false;
            }
        }
        return true;
    }
}
