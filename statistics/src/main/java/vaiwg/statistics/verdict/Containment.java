package vaiwg.statistics.verdict;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Variant;
import vaiwg.kpis.facts.Expression;

/** Which figures count among others all that another figure counts, as outcomes 14 to 16 contain outcome 16: what moves the one moves the other. */
final class Containment {
    private Containment() {}

    /** Whether one of two figures of the same cases counts all that the other counts. */
    static boolean isOneInTheOther(SeriesVerdict one, SeriesVerdict other) {
        return one.theme().equals(other.theme())
                && one.lpa().equals(other.lpa())
                && (isWithin(one, other) || isWithin(other, one));
    }

    private static boolean isWithin(SeriesVerdict narrow, SeriesVerdict wide) {
        return isWithin(
                narrow.measure(),
                narrow.column().variant(),
                wide.measure(),
                wide.column().variant());
    }

    /** Whether all of the first numerator's alternatives are alternatives of the second, of the same whole. */
    static boolean isWithin(Measure narrow, Optional<Variant> ofNarrow, Measure wide, Optional<Variant> ofWide) {
        Set<String> counted = alternatives(narrow.numerator(ofNarrow));
        return !counted.isEmpty()
                && narrow.denominator(ofNarrow)
                        .formula()
                        .equals(wide.denominator(ofWide).formula())
                && alternatives(wide.numerator(ofWide)).containsAll(counted);
    }

    private static Set<String> alternatives(Optional<Expression> numerator) {
        return numerator.stream()
                .flatMap(Containment::alternatives)
                .map(Expression::formula)
                .collect(Collectors.toSet());
    }

    private static Stream<Expression> alternatives(Expression whole) {
        return whole instanceof Expression.Any any
                ? any.parts().stream().flatMap(Containment::alternatives)
                : Stream.of(whole);
    }
}
