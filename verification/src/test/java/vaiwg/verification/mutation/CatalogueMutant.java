package vaiwg.verification.mutation;

import java.util.function.UnaryOperator;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;

/**
 * A measure that is stated wrongly.
 *
 * @param measure the wrong one, under the slug of the right one
 * @param posesAs under which basis its figures are published: its own, but where the basis is what is wrong
 */
record CatalogueMutant(Mutant mutant, Measure measure, UnaryOperator<Basis> posesAs) {
    CatalogueMutant(Mutant mutant, Measure measure) {
        this(mutant, measure, basis -> basis);
    }
}
