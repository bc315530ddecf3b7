package vaiwg.cli.mutation;

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
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Estimates;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureCopy;

/**
 * States each measure wrongly in every way, and looks whether the oracle tells. Measures do not depend on one another, so a run counts one
 * mutant of each; who has been told from the original on one force is not played to the next.
 */
final class CatalogueMutation {
    /** Counted of what the job itself signals and owners say to it, which no log of cases holds. */
    private static final Set<String> OF_SIGNALS = Set.of("signal_response");

    private final Catalogue catalogue;
    private final List<Played> forces;
    private final Map<String, FigureSums> oracle;
    private final Map<String, Set<String>> right;

    CatalogueMutation(Catalogue catalogue, List<Played> forces, Map<String, FigureSums> oracle) {
        this.catalogue = catalogue;
        this.forces = forces;
        this.oracle = oracle;
        this.right = keys(catalogue, (measure, basis) -> basis);
        catalogue.measures().forEach(this::checkThatCopiesCountTheSame);
    }

    /** Else every mutant of a measure would be told, whatever is wrong with it. */
    private void checkThatCopiesCountTheSame(Measure measure) {
        Measure copy = new MeasureCopy(measure).unchanged();
        Catalogue copies = new Catalogue(
                catalogue.measures().stream()
                        .map(other -> other == measure ? copy : other)
                        .toList(),
                catalogue.maps());
        boolean same = copies.definition(copy).equals(catalogue.definition(measure))
                && keys(copies, (any, basis) -> basis).get(copy.slug()).equals(right.get(measure.slug()));
        if (!same) {
            throw new IllegalStateException(
                    "a copy of " + measure.slug() + " is another measure: MeasureCopy leaves something out");
        }
    }

    List<CatalogueMutant> all() {
        return catalogue.measures().stream()
                .filter(measure -> !OF_SIGNALS.contains(measure.slug()))
                .flatMap(measure -> MeasureMutants.of(measure).stream())
                .toList();
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
        List<CatalogueMutant> survivors = new ArrayList<>();
        while (!byMeasure.isEmpty()) {
            Map<String, CatalogueMutant> round = new LinkedHashMap<>();
            byMeasure.forEach((slug, waiting) -> {
                CatalogueMutant next = waiting.poll();
                if (next.measure().revisedAfter() > 0) {
                    survivors.addAll(survivorsOf(force, Map.of(slug, next)));
                } else {
                    round.put(slug, next);
                }
            });
            byMeasure.values().removeIf(Deque::isEmpty);
            if (!round.isEmpty()) {
                survivors.addAll(survivorsOf(force, round));
            }
        }
        return survivors;
    }

    /** What cannot be counted at all is told too; it is looked for by itself, since it takes the round with it. */
    private List<CatalogueMutant> survivorsOf(Played force, Map<String, CatalogueMutant> round) {
        Catalogue wrong = new Catalogue(measures(round), catalogue.maps());
        BiFunction<Measure, Basis, Basis> posesAs = (measure, basis) -> round.containsKey(measure.slug())
                ? round.get(measure.slug()).posesAs().apply(basis)
                : basis;
        FigureSums figures;
        try {
            figures = force.with(wrong, posesAs);
        } catch (RuntimeException e) {
            return round.size() == 1
                    ? List.of()
                    : round.entrySet().stream()
                            .flatMap(one -> survivorsOf(force, Map.of(one.getKey(), one.getValue())).stream())
                            .toList();
        }
        Map<String, Set<String>> published = keys(wrong, posesAs);
        return round.values().stream()
                .filter(mutant -> {
                    Set<String> compared = published.get(mutant.measure().slug());
                    compared.retainAll(right.get(mutant.measure().slug()));
                    return !oracle.get(force.name()).differ(figures, compared);
                })
                .toList();
    }

    /** A revision is of headlines, so these are counted beside it, and rightly. */
    private List<Measure> measures(Map<String, CatalogueMutant> round) {
        List<Measure> measures = new ArrayList<>();
        round.values().forEach(mutant -> measures.add(mutant.measure()));
        if (measures.get(0).revisedAfter() > 0) {
            catalogue.measures().stream()
                    .filter(measure -> measure.revisedAfter() == 0)
                    .forEach(measures::add);
        }
        return measures;
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
        for (Estimates.Column column : catalogue.estimates().columns()) {
            Measure measure = column.measure();
            String posed = posesAs.apply(measure, column.basis()).slug();
            column.windows()
                    .forEach(window ->
                            keys.get(measure.slug()).add(FigureSums.key(measure.slug(), posed, window.slug())));
        }
        return keys;
    }
}
