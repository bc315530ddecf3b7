package vaiwg.verification.mutation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.verification.oracle.RandomForces;

/** Random forces played to the right catalogue by whatever classes judge where this one was loaded; made by reflection. */
public final class JudgedForces implements IntFunction<FigureSums>, IntToLongFunction {
    private final List<Played> forces;
    private final Catalogue catalogue;

    public JudgedForces(List<Integer> numbers, Long seed) {
        forces = Played.forces(numbers, seed);
        catalogue = RandomForces.catalogue(
                RandomForces.areas(numbers), Optional.of(Played.people(numbers, seed)), Optional.empty());
    }

    /** What is published of the n-th force. */
    @Override
    public FigureSums apply(int n) {
        return forces.get(n).with(catalogue, (measure, basis) -> basis);
    }

    /** One number for all delta entries of the n-th force. */
    @Override
    public long applyAsLong(int n) {
        return forces.get(n).entries(catalogue);
    }
}
