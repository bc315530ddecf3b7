package vaiwg.board.disclosure;

import java.util.BitSet;
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
    private final Unknowns unknowns;
    private final BitSet relations;

    /** @param relations those that the counts depend on, by their numbers */
    Bounds(Counts counts, Unknowns unknowns, BitSet relations) {
        this.counts = counts;
        this.unknowns = unknowns;
        this.relations = relations;
    }

    int[] greatest(int cell) {
        return best(cell, true);
    }

    int[] least(int cell) {
        return best(cell, false);
    }

    /** The best of all real numbers is the best of whole ones where it is whole, as it mostly is; else it is asked for in whole ones. */
    private int[] best(int cell, boolean greatest) {
        int[] best = solve(cell, greatest, false);
        return holds(best) ? best : solve(cell, greatest, true);
    }

    private int[] solve(int cell, boolean greatest, boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[counts.size()];
        relations.stream().forEach(relation -> add(counts.relations().get(relation), model, variables, whole));
        int value = counts.value(cell);
        variables[cell]
                .lower(Math.max(unknowns.lower(cell), value - FAR))
                .upper(Math.min(unknowns.upper(cell), value + FAR))
                .weight(1);
        Optimisation.Result result = greatest ? model.maximise() : model.minimise();
        if (!result.getState().isOptimal()) {
            // What is true is possible: a solver that finds nothing has failed, and says nothing of safety.
            throw new IllegalStateException("no bounds were found of " + counts.name(cell) + ": " + result.getState());
        }
        int[] other = new int[counts.size()];
        for (int i = 0; i < other.length; i++) {
            other[i] = variables[i] == null
                    ? counts.value(i)
                    : (int) Math.round(result.doubleValue(model.indexOf(variables[i])));
        }
        return other;
    }

    /** A relation with what is fixed of it as a number. */
    private void add(Relation relation, ExpressionsBasedModel model, Variable[] variables, boolean whole) {
        Expression sum = model.newExpression("r" + model.countExpressions());
        int told = 0;
        for (int i = 0; i < relation.cells().length; i++) {
            int of = relation.cells()[i];
            if (unknowns.isFixed(of)) {
                told += relation.signs()[i] * unknowns.lower(of);
            } else {
                if (variables[of] == null) {
                    variables[of] = model.newVariable("c" + of)
                            .lower(unknowns.lower(of))
                            .integer(whole);
                    if (unknowns.upper(of) < Unknowns.FAR) {
                        variables[of].upper(unknowns.upper(of));
                    }
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
        return relations.stream().mapToObj(counts.relations()::get).allMatch(relation -> {
            int sum = relation.sum(cell -> other[cell]);
            return relation.equal() ? sum == 0 : sum <= 0;
        });
    }
}
