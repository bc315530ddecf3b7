package vaiwg.kpis.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Quantity;

/** What a measure counts, in words: under a name, such as numerator, the conditions all of which must hold. */
public final class CountedWords {
    private CountedWords() {}

    /** In the order in which they are read. */
    public static Map<String, List<String>> of(Measure measure) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        if (measure.quantity().isPresent()) {
            put(words, "value", measure, variant -> List.of(percentile(measure, variant)));
            put(words, "among", measure, variant -> conditions(measure.denominator(variant)));
            return words;
        }
        put(words, "numerator", measure, variant -> part(measure, variant));
        String whole = words.isEmpty() ? "counted" : "denominator";
        put(words, whole, measure, variant -> conditions(measure.denominator(variant)));
        measure.standard().ifPresent(standard -> words.put("standardised", List.of(standard.words())));
        return words;
    }

    private static List<String> part(Measure measure, Optional<Variant> variant) {
        return measure.agedDays(variant) > 0
                ? List.of("more than " + measure.agedDays(variant) + " days since entry")
                : measure.numerator(variant).map(CountedWords::conditions).orElse(List.of());
    }

    /** What is the same of all values of a dimension is said once. */
    private static void put(
            Map<String, List<String>> words,
            String name,
            Measure measure,
            Function<Optional<Variant>, List<String>> conditions) {
        List<Optional<Variant>> variants = measure.variants();
        if (variants.stream().map(conditions).distinct().count() > 1) {
            variants.forEach(variant ->
                    words.put(name + ", " + variant.map(Variant::title).orElseThrow(), conditions.apply(variant)));
        } else if (!conditions.apply(variants.get(0)).isEmpty()) {
            words.put(name, conditions.apply(variants.get(0)));
        }
    }

    private static List<String> conditions(Expression expression) {
        return expression.conditions().map(Expression::words).toList();
    }

    private static String percentile(Measure measure, Optional<Variant> variant) {
        int percent = measure.percent(variant);
        Quantity quantity = measure.quantity().orElseThrow();
        String which =
                switch (percent) {
                    case 50 -> "median";
                    case 100 -> "greatest number";
                    default -> percent + "th percentile";
                };
        return "the " + which + " of " + quantity.unit() + " " + quantity.words()
                + (percent < 100 ? " (nearest rank)" : "");
    }
}
