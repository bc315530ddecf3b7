package vaiwg.verification.mutation;

import java.util.List;

/**
 * One thing said wrongly in a row of {@code facts.csv}.
 *
 * @param said the fact, how it is judged at a horizon, and rules of which it is enough that one holds
 */
record FactMutant(Mutant mutant, List<String> said) {
    /** Whether it can only be told by what cases say; else by when figures begin, or are judged, too. */
    boolean isOfCode() {
        return mutant.kind() == Mutant.Kind.CODE || mutant.kind() == Mutant.Kind.BOUND;
    }
}
