package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Expression.not;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Expression;

class SharedWholeTest {
    @ParameterizedTest
    @EnumSource
    void parts_of_one_whole_are_all_that_the_catalogue_has_of_it(SharedWhole shared) {
        List<GroupColumn> parts = shared.parts();
        Measure first = measure(parts.get(0).slug());
        Expression whole = first.denominator(Optional.empty());
        assertThat(parts)
                .extracting(GroupColumn::slug)
                .containsExactlyElementsOf(ShippedCatalogue.get().measures().stream()
                        .filter(measure -> measure.priority() == first.priority())
                        .filter(measure -> measure.denominator(Optional.empty()).equals(whole))
                        .map(Measure::slug)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_last_is_what_none_of_the_others_is(SharedWhole shared) {
        List<GroupColumn> parts = shared.parts();
        int last = parts.size() - 1;
        Expression[] others = parts.subList(0, last).stream()
                .map(part -> numerator(part.slug()))
                .toArray(Expression[]::new);
        assertThat(numerator(parts.get(last).slug())).isEqualTo(not(anyOf(others)));
    }

    private static Expression numerator(String slug) {
        return measure(slug).numerator(Optional.empty()).orElseThrow();
    }

    private static Measure measure(String slug) {
        return ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
