package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Expression.not;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.reference.CodeMaps;

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

    @Test
    void a_part_of_a_whole_goes_to_no_dashboard_without_the_others() {
        Measure alone = MeasureBuilder.share("withdrawal_at_cps")
                .title("A stage")
                .in(Priority.CRIMINAL_JUSTICE)
                .annex()
                .definition("Of outcomes 16 those of a stage.")
                .denominator(Fact.OUTCOME_16)
                .numerator(Fact.ACTIVE)
                .bases(Basis.ASSIGNED)
                .by(SliceFamily.TOTAL, SliceFamily.THEME)
                .onDashboards(Basis.ASSIGNED, List.of(Window.days(90)))
                .reference("1")
                .build();
        Catalogue catalogue = new Catalogue(List.of(alone), CodeMaps.shipped());
        assertThatThrownBy(() -> DashboardSeries.of(catalogue))
                .hasMessage("withdrawal_at_cps is on dashboards without the other measures of its whole: put all of"
                        + " them there");
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
