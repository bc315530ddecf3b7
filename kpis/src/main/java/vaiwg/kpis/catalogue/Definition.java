package vaiwg.kpis.catalogue;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.kpis.digest.Sha256;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/**
 * What a figure means, as a hash: the measure's rule with its facts' words, its slices, and the code maps. A changed rule or map
 * is a new definition, and its cells are not those of the old one. Bases and windows are no part of it: they name their values,
 * and a further one leaves the others what they are.
 */
final class Definition {
    private static final int DIGITS = 12;
    /** What all measures share beside facts and maps. Whoever changes it in the code changes these words, and so every definition. */
    private static final String SHARED_RULES =
            "an outcome is one of the framework; at a horizon, settled or matured, it counts where it was assigned within it; "
                    + "a characteristic is known by its value";

    private Definition() {}

    /** @param maps the whole text of the code maps */
    static String hash(Measure measure, String maps) {
        String rules = measure.variants().stream()
                .map(variant -> rule(measure, variant))
                .collect(Collectors.joining("\n"));
        return hash(String.join(
                "\n",
                measure.slug(),
                measure.kind().name(),
                measure.subject().name(),
                each(measure, measure::agedDays),
                measure.quantity()
                        .map(q -> each(measure, measure::percent) + "% of " + q.unit() + " " + q.words())
                        .or(() -> measure.population().map(people -> "for each " + people.one()))
                        .orElse(""),
                rules,
                measure.slices().toString(),
                SHARED_RULES,
                maps));
    }

    static String hash(String text) {
        return Sha256.hex(text).substring(0, DIGITS);
    }

    private static String each(Measure measure, Function<Optional<Variant>, Integer> number) {
        return measure.variants().stream().map(number).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String rule(Measure measure, Optional<Variant> variant) {
        Expression denominator = measure.denominator(variant);
        String numerator = measure.numerator(variant).map(Expression::formula).orElse("");
        String facts =
                measure.facts(variant).distinct().map(Definition::meaning).collect(Collectors.joining("; "));
        String standard = measure.standard().map(to -> "; " + to.words()).orElse("");
        String mean = measure.meanOfDays() > 0 ? "; in the mean of " + measure.meanOfDays() + " days" : "";
        return numerator + " / " + denominator.formula() + " where " + facts + standard + mean;
    }

    private static String meaning(Fact fact) {
        return fact.name() + " = " + fact.words() + " (" + fact.at() + ")";
    }
}
