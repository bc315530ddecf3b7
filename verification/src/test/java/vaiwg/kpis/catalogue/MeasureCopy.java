package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.Population;

/**
 * Measures that are a shipped one but for one thing, to be counted beside it; not of revisions, which are of no cases. In this package, since the catalogue lets no one else
 * take a finished measure apart; such copies show on no board.
 */
public record MeasureCopy(Measure original) {
    /** The same once more. */
    public Measure unchanged() {
        return with(copy -> {});
    }

    public Measure withWhole(Function<Optional<Variant>, Expression> denominator) {
        return with(copy -> copy.denominator = denominator);
    }

    public Measure withPart(Function<Optional<Variant>, Expression> numerator) {
        return with(copy -> copy.numerator = numerator);
    }

    public Measure with(
            Function<Optional<Variant>, Expression> denominator, Function<Optional<Variant>, Expression> numerator) {
        return with(copy -> {
            copy.denominator = denominator;
            copy.numerator = numerator;
        });
    }

    /** With what is said of another value of its dimension. */
    public Measure withValues(UnaryOperator<Optional<Variant>> instead) {
        return with(copy -> {
            Function<Optional<Variant>, Expression> part = copy.numerator;
            copy.denominator = variant -> original.denominator(instead.apply(variant));
            copy.numerator = part == null ? null : variant -> part.apply(instead.apply(variant));
            copy.agedDays = variant -> original.agedDays(instead.apply(variant));
            copy.percent = variant -> original.percent(instead.apply(variant));
        });
    }

    /** Counted on one basis and no other, and not estimated. */
    public Measure onlyOn(Basis basis) {
        return with(copy -> {
            copy.bases = List.of(basis);
            copy.estimates = List.of();
        });
    }

    /** Estimated at one horizon and no other; its counts stay. */
    public Measure onlyEstimatedAt(Basis basis) {
        return with(copy -> copy.estimates = List.of(basis));
    }

    public Measure withCauses(Set<Cause> causes) {
        return with(copy -> copy.causes = causes);
    }

    public Measure olderThan(ToIntFunction<Optional<Variant>> days) {
        return with(copy -> copy.agedDays = days);
    }

    public Measure withPercent(ToIntFunction<Optional<Variant>> percent) {
        return with(copy -> copy.percent = percent);
    }

    public Measure of(Quantity quantity) {
        return with(copy -> copy.quantity = quantity);
    }

    public Measure of(Population population) {
        return with(copy -> copy.population = population);
    }

    /** As crimes of the strategy, whatever it counts of: crimes of any offence, or decisions once the time to tell is over. */
    public Measure amongCasesOfTheStrategy() {
        return with(copy -> copy.subject = Measure.Subject.CASE);
    }

    /** Whether {@link #amongCasesOfTheStrategy} counts something else than the original. */
    public boolean isOfOtherCases() {
        return original.subject() == Measure.Subject.CASE_OF_ANY_OFFENCE || isOfDecisions();
    }

    /** Whether it counts decisions once the time to tell is over, which have one day whatever the basis is called. */
    public boolean isOfDecisions() {
        return original.subject() == Measure.Subject.DECISION_ONCE_DUE;
    }

    /** Whether it counts crimes of the strategy, by the day of recording or by that of the outcome. */
    public boolean isOfCasesOfTheStrategy() {
        return original.subject() == Measure.Subject.CASE;
    }

    /** Weighed by another mix of cases, which asks for other strata. */
    public Measure weighedBy(Standard standard) {
        return with(copy -> {
            copy.standard = standard;
            copy.slices = List.of(standard.strata());
        });
    }

    private Measure with(Consumer<Declared> change) {
        Declared copy = new Declared(original.slug(), original.kind());
        copy.title = original.title();
        copy.shortTitle = original.shortTitle();
        copy.priority = original.priority();
        copy.definition = original.definition();
        copy.unit = original.unit();
        copy.subject = original.subject();
        copy.agedDays = original::agedDays;
        copy.meanOfDays = original.meanOfDays();
        copy.standard = original.standard().orElse(null);
        copy.variants = original.variants();
        copy.estimates = original.estimates();
        copy.causes = original.causes();
        copy.reading = original.standardWindows();
        copy.denominator = original::denominator;
        copy.numerator = hasNumerator() ? variant -> original.numerator(variant).orElseThrow() : null;
        copy.bases = List.copyOf(original.bases().keySet());
        copy.slices = original.slices();
        copy.section = original.section();
        copy.population = original.population().orElse(null);
        copy.readPer = original.readPer();
        copy.quantity = original.quantity().orElse(null);
        copy.percent = original::percent;
        change.accept(copy);
        return Measure.ofAnyRecords(copy);
    }

    private boolean hasNumerator() {
        return original.kind() == Measure.Kind.SHARE
                        && original.agedDays(original.variants().get(0)) == 0
                || original.kind() == Measure.Kind.RATE;
    }
}
