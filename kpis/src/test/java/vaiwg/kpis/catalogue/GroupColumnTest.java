package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Expression.not;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Expression;

class GroupColumnTest {
    static Stream<List<GroupColumn>> partsOfOneWhole() {
        return Stream.of(GroupColumn.STAGES, GroupColumn.REASONS, GroupColumn.COMPLAINTS);
    }

    @ParameterizedTest
    @MethodSource("partsOfOneWhole")
    void partsOfOneWholeAreAllThatTheCatalogueHasOfIt(List<GroupColumn> parts) {
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
    @MethodSource("partsOfOneWhole")
    void partsOfOneWholeSaySo(List<GroupColumn> parts) {
        String name = measure(parts.get(0).slug()).oneOf().orElseThrow();
        assertThat(parts)
                .extracting(GroupColumn::slug)
                .containsExactlyElementsOf(ShippedCatalogue.get().measures().stream()
                        .filter(measure -> measure.oneOf().filter(name::equals).isPresent())
                        .map(Measure::slug)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("partsOfOneWhole")
    void theLastIsWhatNoneOfTheOthersIs(List<GroupColumn> parts) {
        int last = parts.size() - 1;
        Expression[] others = parts.subList(0, last).stream()
                .map(part -> numerator(part.slug()))
                .toArray(Expression[]::new);
        assertThat(numerator(parts.get(last).slug())).isEqualTo(not(anyOf(others)));
    }

    @Test
    void aStockInTheMeanOfDaysIsFoundByWhatItCounts() {
        assertThat(ShippedCatalogue.get().inTheMean("cps_overdue").map(Measure::slug))
                .contains("cps_overdue_mean");
        assertThat(ShippedCatalogue.get().inTheMean("cps_resubmission_overdue").map(Measure::slug))
                .contains("cps_resubmission_mean");
        assertThat(ShippedCatalogue.get().inTheMean("victim_attrition")).isEmpty();
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
