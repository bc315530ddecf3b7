package vaiwg.kpis.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Quantity;

/** What a measure counts, in words: under a name, such as numerator, the conditions all of which must hold. */
public final class CountedWords {
    private static final String COUNTED = "counted";

    private CountedWords() {}

    /** In the order in which they are read. */
    public static Map<String, List<String>> of(Measure measure) {
        if (measure.revisedAfter() > 0) {
            return Map.of(
                    COUNTED,
                    List.of("the absolute difference of the two shares, for each of " + RevisedFigure.words()
                            + ", over a year"));
        }
        if (!measure.characteristics().isEmpty()) {
            return Map.of(COUNTED, List.of("for each of the nine protected characteristics"));
        }
        Map<String, List<String>> words = new LinkedHashMap<>();
        List<String> denominator = conditions(measure.denominator(Optional.empty()));
        if (measure.quantity().isPresent()) {
            words.put("value", List.of(percentile(measure, measure.quantity().orElseThrow())));
            words.put("among", denominator);
            return words;
        }
        if (measure.agedDays() > 0) {
            words.put("numerator", List.of("more than " + measure.agedDays() + " days since entry"));
        } else {
            measure.numerator(Optional.empty()).ifPresent(numerator -> words.put("numerator", conditions(numerator)));
        }
        words.put(words.isEmpty() ? COUNTED : "denominator", denominator);
        measure.standard().ifPresent(standard -> words.put("standardised", List.of(standard.words())));
        return words;
    }

    private static List<String> conditions(Expression expression) {
        return expression.conditions().map(Expression::words).toList();
    }

    private static String percentile(Measure measure, Quantity quantity) {
        String which =
                switch (measure.percent()) {
                    case 50 -> "median";
                    case 100 -> "greatest number";
                    default -> measure.percent() + "th percentile";
                };
        return "the " + which + " of " + quantity.unit() + " " + quantity.words()
                + (measure.percent() < 100 ? " (nearest rank)" : "");
    }
}
