package vaiwg.verification.mutation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureCopy;

/**
 * States each measure wrongly in every way, and looks whether the oracle tells. Measures do not depend on one another, so a run counts one
 * mutant of each; who has been told from the original on one force is not played to the next.
 */
final class CatalogueMutation {
    private final Catalogue catalogue;
    private final List<Played> forces;
    private final Map<String, FigureSums> oracle;
    private final Map<String, Set<String>> right;

    CatalogueMutation(Catalogue catalogue, List<Played> forces, Map<String, FigureSums> oracle) {
        this.catalogue = catalogue;
        this.forces = forces;
        this.oracle = oracle;
        this.right = keys(catalogue, (measure, basis) -> basis);
        checkThatCopiesCountTheSame();
    }

    /** Else every mutant of a measure would be told, whatever is wrong with it. */
    private void checkThatCopiesCountTheSame() {
        Catalogue copies = copyOf(catalogue);
        Map<String, Set<String>> published = keys(copies, (measure, basis) -> basis);
        for (Measure copy : copies.measures()) {
            boolean same = copies.definition(copy).equals(catalogue.definition(copy))
                    && published.get(copy.slug()).equals(right.get(copy.slug()));
            if (!same) {
                throw new IllegalStateException(
                        "a copy of " + copy.slug() + " is another measure: MeasureCopy leaves something out");
            }
        }
    }

    /** The same measures once more, made of what their facts say now. */
    static Catalogue copyOf(Catalogue catalogue) {
        return new Catalogue(
                tried(catalogue)
                        .map(measure -> new MeasureCopy(measure).unchanged())
                        .toList(),
                catalogue.maps());
    }

    List<CatalogueMutant> all() {
        return tried(catalogue)
                .flatMap(measure -> MeasureMutants.of(measure).stream())
                .toList();
    }

    /** Not what is of the job's own signals: these are in no log of cases. */
    private static Stream<Measure> tried(Catalogue catalogue) {
        return catalogue.measures().stream().filter(measure -> !measure.slug().equals("signal_response"));
    }

    /** Those that no force tells from the original. */
    List<CatalogueMutant> survivors(List<CatalogueMutant> mutants) {
        List<CatalogueMutant> living = mutants;
        for (Played force : forces) {
            living = survivorsOf(force, living);
        }
        return living;
    }

    private List<CatalogueMutant> survivorsOf(Played force, List<CatalogueMutant> living) {
        Map<String, Deque<CatalogueMutant>> byMeasure = new LinkedHashMap<>();
        living.forEach(mutant -> byMeasure
                .computeIfAbsent(mutant.measure().slug(), slug -> new ArrayDeque<>())
                .add(mutant));
        List<Map<String, CatalogueMutant>> rounds = new ArrayList<>();
        while (!byMeasure.isEmpty()) {
            Map<String, CatalogueMutant> round = new LinkedHashMap<>();
            byMeasure.forEach((slug, waiting) -> round.put(slug, waiting.poll()));
            byMeasure.values().removeIf(Deque::isEmpty);
            rounds.add(round);
        }
        return rounds.parallelStream()
                .flatMap(round -> survivorsOf(force, round).stream())
                .toList();
    }

    /** What is no catalogue is noticed too; it is looked for by itself, since it takes the round with it. One that cannot be counted is a defect. */
    private List<CatalogueMutant> survivorsOf(Played force, Map<String, CatalogueMutant> round) {
        BiFunction<Measure, Basis, Basis> posesAs =
                (measure, basis) -> round.get(measure.slug()).posesAs().apply(basis);
        Catalogue wrong;
        try {
            wrong = new Catalogue(
                    round.values().stream().map(CatalogueMutant::measure).toList(), catalogue.maps());
        } catch (RuntimeException e) {
            return round.size() == 1
                    ? List.of()
                    : round.entrySet().stream()
                            .flatMap(one -> survivorsOf(force, Map.of(one.getKey(), one.getValue())).stream())
                            .toList();
        }
        FigureSums figures = force.with(wrong, posesAs);
        Map<String, Set<String>> published = keys(wrong, posesAs);
        return round.values().stream()
                .filter(mutant -> {
                    Set<String> compared = published.get(mutant.measure().slug());
                    compared.retainAll(right.get(mutant.measure().slug()));
                    return !oracle.get(force.name()).differ(figures, compared);
                })
                .toList();
    }

    /** By measure what its figures are compared under: a window that the original is not read over tells nothing. */
    private static Map<String, Set<String>> keys(Catalogue catalogue, BiFunction<Measure, Basis, Basis> posesAs) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (Column column : catalogue.columns()) {
            Measure measure = column.measure();
            Set<String> own = keys.computeIfAbsent(measure.slug(), slug -> new HashSet<>());
            String posed = posesAs.apply(measure, column.basis()).slug();
            own.add(FigureSums.key(measure.slug(), posed, ""));
            column.windows().forEach(window -> own.add(FigureSums.key(measure.slug(), posed, window.slug())));
        }
        for (Column column : catalogue.estimates().columns()) {
            Measure measure = column.measure();
            String posed = posesAs.apply(measure, column.basis()).slug();
            Set<String> own = keys.computeIfAbsent(measure.slug(), slug -> new HashSet<>());
            column.windows().forEach(window -> own.add(FigureSums.key(measure.slug(), posed, window.slug())));
        }
        return keys;
    }
}
