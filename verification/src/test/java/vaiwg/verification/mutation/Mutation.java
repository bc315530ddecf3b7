package vaiwg.verification.mutation;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.verification.oracle.RandomForces;

/** All that is said wrongly, in the catalogue, in facts and in the classes that judge, against the oracle's figures of the same forces. */
final class Mutation {
    static final long SEED = 7;

    /** A few small ones, for every build. */
    private static final List<Integer> FEW = List.of(1, 2, 3, 4, 5, 7, 8, 9, 10, 11);
    /**
     * Every kind of force; of the crowded ones such as know days and such as know only months, and many of those of few persons, which
     * tell what is said of persons.
     */
    private static final List<Integer> ALL = Stream.concat(
                    IntStream.rangeClosed(1, 140).boxed(), Stream.of(173, 213, 293))
            .toList();

    private final CatalogueMutation catalogue;
    private final JudgementMutation judgements;

    private Mutation(List<Integer> numbers) throws SQLException, ReflectiveOperationException {
        String areas = RandomForces.areas(numbers);
        String people = Played.people(numbers, SEED);
        List<Played> forces = Played.forces(numbers, SEED);
        Map<String, FigureSums> oracle = OracleFigures.of(forces, areas, people);
        catalogue = new CatalogueMutation(
                RandomForces.catalogue(areas, Optional.of(people), Optional.empty()), forces, oracle);
        judgements = new JudgementMutation(numbers, SEED, oracle);
    }

    static Mutation onAllForces() throws SQLException, ReflectiveOperationException {
        return new Mutation(ALL);
    }

    static Mutation onAFewForces() throws SQLException, ReflectiveOperationException {
        return new Mutation(FEW);
    }

    /** All mistakes, in an order that does not hang on how they are found. */
    List<Mutant> all() {
        return Stream.of(inTheCatalogue(), inFacts(), inJudgements())
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /** What is wrong in the catalogue. */
    List<Mutant> inTheCatalogue() {
        return catalogue.all().stream().map(CatalogueMutant::mutant).toList();
    }

    /** What is wrong in the rows of facts. */
    List<Mutant> inFacts() {
        return FactMutants.all().stream().map(FactMutant::mutant).toList();
    }

    /** What is wrong in the classes that judge. */
    List<Mutant> inJudgements() {
        return judgements.all().stream().map(JudgementMutant::mutant).toList();
    }

    /** Those of some that no force tells from the original. Facts and judging classes are others than the catalogue's, and wait for none of it. */
    Set<Mutant> survivors(Predicate<Mutant> tried) {
        CompletableFuture<Set<Mutant>> judged = CompletableFuture.supplyAsync(() -> survivorsAmongJudgements(tried));
        Set<Mutant> living = new HashSet<>();
        catalogue
                .survivors(catalogue.all().stream()
                        .filter(wrong -> tried.test(wrong.mutant()))
                        .toList())
                .forEach(wrong -> living.add(wrong.mutant()));
        living.addAll(judged.join());
        return living;
    }

    private Set<Mutant> survivorsAmongJudgements(Predicate<Mutant> tried) {
        Set<Mutant> living = new HashSet<>();
        judgements
                .survivors(judgements.all().stream()
                        .filter(wrong -> tried.test(wrong.mutant()))
                        .toList())
                .forEach(wrong -> living.add(wrong.mutant()));
        judgements
                .survivingFacts(FactMutants.all().stream()
                        .filter(wrong -> tried.test(wrong.mutant()))
                        .toList())
                .forEach(wrong -> living.add(wrong.mutant()));
        return living;
    }
}
