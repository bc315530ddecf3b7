package vaiwg.verification.mutation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.WrongFact;
import vaiwg.verification.oracle.RandomForces;

/**
 * Random forces played to the right catalogue by whatever classes judge where this one was loaded; made by reflection. Once it was told of a
 * fact, to a copy of the catalogue that asks it.
 */
public final class JudgedForces implements IntFunction<FigureSums>, IntToLongFunction, Consumer<List<String>> {
    private final List<Played> forces;
    private final Catalogue right;
    /** Null where a fact says something else than before, until it is made again. */
    private Catalogue catalogue;
    /** Null where all facts are right. */
    private WrongFact wrong;

    public JudgedForces(List<Integer> numbers, Long seed) {
        forces = Played.forces(numbers, seed);
        right = RandomForces.catalogue(
                RandomForces.areas(numbers), Optional.of(Played.people(numbers, seed)), Optional.empty());
        catalogue = right;
    }

    /** What is published of the n-th force. */
    @Override
    public FigureSums apply(int n) {
        return forces.get(n).with(catalogue(), (measure, basis) -> basis);
    }

    /** One number for all delta entries of the n-th force. */
    @Override
    public long applyAsLong(int n) {
        return forces.get(n).entries(catalogue());
    }

    /** From now on a fact says this, and no other is wrong; none is where nothing is said. See {@link FactMutant#said}. */
    @Override
    public void accept(List<String> said) {
        if (wrong != null) {
            wrong.putRight();
        }
        wrong = said.isEmpty() ? null : new WrongFact(said.get(0), said.get(1), said.subList(2, said.size()));
        catalogue = null;
    }

    private Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = CatalogueMutation.copyOf(right);
        }
        return catalogue;
    }
}
