package vaiwg.verification.mutation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureCopy;
import vaiwg.kpis.catalogue.Standard;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.Population;

/** All that is stated wrongly about one measure, one thing at a time. */
final class MeasureMutants {
    private final Measure measure;
    private final MeasureCopy copy;
    private final List<CatalogueMutant> found = new ArrayList<>();

    private MeasureMutants(Measure measure) {
        this.measure = measure;
        this.copy = new MeasureCopy(measure);
    }

    static List<CatalogueMutant> of(Measure measure) {
        MeasureMutants mutants = new MeasureMutants(measure);
        measure.variants().forEach(mutants::rules);
        mutants.values();
        mutants.bases();
        mutants.estimates();
        mutants.numbers();
        return mutants.found;
    }

    /** @param variant whose rule is wrong, where there is one for each value of a dimension; the others' stay */
    private void rules(Optional<Variant> variant) {
        Expression whole = measure.denominator(variant);
        String where = variant.map(value -> value.slug() + ": ").orElse("");
        ExpressionMutants.of(whole)
                .forEach(change -> add(
                        change.kind(),
                        where + "whole " + change.words(),
                        copy.withWhole(instead(variant, change.expression(), measure::denominator))));
        if (measure.agedDays(variant) == 0) {
            measure.numerator(variant).ifPresent(part -> partAndWhole(variant, where, part, whole));
        }
    }

    private void partAndWhole(Optional<Variant> variant, String where, Expression part, Expression whole) {
        ExpressionMutants.of(part)
                .forEach(change -> add(
                        change.kind(),
                        where + "part " + change.words(),
                        copy.withPart(instead(variant, change.expression(), this::partOf))));
        add(
                Mutant.Kind.WHOLE,
                where + "the whole is the part too",
                copy.withPart(instead(variant, whole, this::partOf)));
        add(
                Mutant.Kind.WHOLE,
                where + "the part is the whole too",
                copy.withWhole(instead(variant, whole.and(part), measure::denominator)));
        add(
                Mutant.Kind.WHOLE,
                where + "part and whole changed over",
                copy.with(instead(variant, part, measure::denominator), instead(variant, whole, this::partOf)));
    }

    /** Two values of a dimension for one another: the rows of each say what is the other's. */
    private void values() {
        List<Optional<Variant>> all = measure.variants();
        for (int i = 1; i < all.size(); i++) {
            Optional<Variant> one = all.get(i - 1);
            Optional<Variant> other = all.get(i);
            add(
                    Mutant.Kind.FILTER,
                    one.orElseThrow().slug() + " and " + other.orElseThrow().slug() + " changed over",
                    copy.withValues(asked -> asked.equals(one) ? other : asked.equals(other) ? one : asked));
        }
    }

    private Expression partOf(Optional<Variant> variant) {
        return measure.numerator(variant).orElseThrow();
    }

    private static Function<Optional<Variant>, Expression> instead(
            Optional<Variant> variant, Expression mutant, Function<Optional<Variant>, Expression> others) {
        return asked -> asked.equals(variant) ? mutant : others.apply(asked);
    }

    private void bases() {
        measure.bases()
                .keySet()
                .forEach(basis -> otherBases(basis)
                        .forEach(other -> found.add(new CatalogueMutant(
                                new Mutant(Mutant.Kind.BASIS, measure.slug(), basis.slug() + " as " + other.slug()),
                                copy.onlyOn(other),
                                posed -> basis))));
    }

    /** A step or a decision has one day, whatever the basis is called; a percentile has no horizons. */
    private Set<Basis> otherBases(Basis basis) {
        Set<Basis> others = new LinkedHashSet<>();
        if (basis.isMonthly()) {
            otherMonths(basis, others);
        } else if (basis.hasHorizon()) {
            otherDays(basis, others);
        } else if (basis.kind() != Basis.Kind.STOCK && !copy.isOfDecisions()) {
            otherDay(basis, others);
        }
        return others;
    }

    private void otherDay(Basis basis, Set<Basis> others) {
        boolean ofCases = copy.isOfCasesOfTheStrategy();
        boolean assigned = basis.kind() == Basis.Kind.ASSIGNED;
        if (ofCases) {
            others.add(assigned ? Basis.RECORDED : Basis.ASSIGNED);
        }
        if (!(ofCases && assigned) && measure.quantity().isEmpty()) {
            others.add(Basis.settled(1));
        }
    }

    private static void otherMonths(Basis basis, Set<Basis> others) {
        if (basis.hasHorizon()) {
            others.add(settledMonths(basis.horizon() + 1));
            others.add(basis.horizon() == 0 ? Basis.of("to_date_by_month") : settledMonths(basis.horizon() - 1));
        } else {
            others.add(settledMonths(0));
            others.add(settledMonths(1));
        }
    }

    private static Basis settledMonths(int months) {
        return new Basis(Basis.Kind.SETTLED, months, Basis.Unit.MONTH);
    }

    private void otherDays(Basis basis, Set<Basis> others) {
        boolean settled = basis.kind() == Basis.Kind.SETTLED;
        for (int days : new int[] {basis.horizon() - 1, basis.horizon() + 1}) {
            others.add(settled ? Basis.settled(days) : Basis.matured(days));
        }
        if (measure.standard().isPresent()) {
            return;
        }
        if (measure.countsCases()) {
            others.add(settled ? Basis.matured(basis.horizon()) : Basis.settled(basis.horizon()));
            others.add(Basis.TO_DATE);
        }
        if (copy.isOfCasesOfTheStrategy()) {
            others.add(Basis.ASSIGNED);
        }
    }

    private void estimates() {
        for (Basis basis : measure.estimates()) {
            for (int horizon : new int[] {basis.horizon() - 1, basis.horizon() + 1}) {
                if (horizon >= 0) {
                    Basis other = new Basis(Basis.Kind.INCIDENCE, horizon, basis.unit());
                    found.add(new CatalogueMutant(
                            new Mutant(Mutant.Kind.BASIS, measure.slug(), basis.slug() + " as " + other.slug()),
                            copy.onlyEstimatedAt(other),
                            posed -> posed.equals(other) ? basis : posed));
                }
            }
        }
        for (Cause cause : measure.estimates().isEmpty() ? new Cause[0] : Cause.values()) {
            Set<Cause> causes = EnumSet.copyOf(measure.causes());
            if (!causes.remove(cause)) {
                causes.add(cause);
            }
            if (!causes.isEmpty() && cause != Cause.REMOVED) {
                String more = measure.causes().contains(cause) ? "without " : "with ";
                add(Mutant.Kind.OUTCOMES, "estimated " + more + cause, copy.withCauses(causes));
            }
        }
    }

    private void numbers() {
        if (measure.variants().stream().anyMatch(variant -> measure.agedDays(variant) != 0)) {
            add(Mutant.Kind.BOUND, "a day younger", copy.olderThan(variant -> measure.agedDays(variant) - 1));
            add(Mutant.Kind.BOUND, "a day older", copy.olderThan(variant -> measure.agedDays(variant) + 1));
        }
        measure.quantity().ifPresent(quantity -> {
            add(
                    Mutant.Kind.BOUND,
                    "the percentile by twenty lower",
                    copy.withPercent(variant -> measure.percent(variant) - 20));
            if (measure.bases().containsKey(Basis.STOCK)) {
                // Nothing is older than the oldest, and what enters the stock says from which day its age counts.
                return;
            }
            add(
                    Mutant.Kind.BOUND,
                    "the percentile halfway to all",
                    copy.withPercent(variant -> (measure.percent(variant) + 100) / 2));
            for (Quantity other : Quantity.values()) {
                if (other != quantity) {
                    add(Mutant.Kind.WHOLE, "percentile of " + other, copy.of(other));
                }
            }
        });
        measure.population().ifPresent(population -> {
            for (Population other : Population.values()) {
                if (other != population) {
                    add(Mutant.Kind.WHOLE, "for each of " + other, copy.of(other));
                }
            }
        });
        measure.standard().ifPresent(standard -> {
            for (Standard other : Standard.values()) {
                if (other != standard) {
                    add(Mutant.Kind.WHOLE, "weighed by " + other, copy.weighedBy(other));
                }
            }
        });
        if (copy.isOfOtherCases()) {
            add(Mutant.Kind.FILTER, "of the cases of the strategy", copy.amongCasesOfTheStrategy());
        }
    }

    private void add(Mutant.Kind kind, String change, Measure mutant) {
        found.add(new CatalogueMutant(new Mutant(kind, measure.slug(), change), mutant));
    }
}
