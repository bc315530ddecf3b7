package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.OneMeasure.shipped;
import static vaiwg.kpis.facts.Expression.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Expression;
import vaiwg.schemas.EventStream;

class DimensionTest {
    private final Catalogue catalogue = ShippedCatalogue.get();

    static Stream<String> measures() {
        return ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.dimension().isPresent())
                .map(Measure::slug);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void each_row_of_a_measure_names_one_value_of_its_dimension(String slug) {
        Measure measure = shipped(slug);
        Dimension dimension = measure.dimension().orElseThrow();
        assertThat(catalogue.columns())
                .filteredOn(column -> column.measure() == measure)
                .allSatisfy(column -> assertThat(
                                IntStream.range(0, column.rows().size())
                                        .mapToObj(row -> column.dimensions(row).get(dimension.name())))
                        .containsOnly(column.variant().orElseThrow().slug()));
        assertThat(catalogue.slices(measure))
                .allMatch(slice -> Slice.dimensions(slice).containsKey(dimension.name()));
    }

    @Test
    void a_dimension_is_no_cut() {
        Set<String> cuts = catalogue.columns().stream()
                .flatMap(column -> IntStream.range(0, column.rows().size())
                        .boxed()
                        .flatMap(row -> column.rows().dimensions(row).keySet().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(measures()
                        .map(slug -> shipped(slug).dimension().orElseThrow().name()))
                .doesNotContainAnyElementsOf(cuts)
                .as("before the theme, as queries put it")
                .allMatch(name -> name.compareTo("theme") < 0);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void parts_of_one_whole_are_of_one_whole(String slug) {
        Measure measure = shipped(slug);
        if (measure.oneOf().isPresent()) {
            assertThat(measure.variants().stream().map(measure::denominator).distinct())
                    .hasSize(1);
            assertThat(measure.variants())
                    .hasSameSizeAs(measure.dimension().orElseThrow().values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawal_stage", "withdrawal_reason", "complaints"})
    void the_last_is_what_none_of_the_others_is(String slug) {
        Measure measure = shipped(slug);
        List<Expression> parts = new ArrayList<>(measure.variants().stream()
                .map(variant -> measure.numerator(variant).orElseThrow())
                .toList());
        Expression last = parts.remove(parts.size() - 1);
        String field = parts.get(0).formula().replaceAll(" is .*", " is ");
        String codes =
                parts.stream().map(part -> part.formula().replace(field, "")).collect(Collectors.joining(", "));
        assertThat(last.formula()).isIn(not(new Expression.Any(parts)).formula(), "!" + field + "(" + codes + ")");
    }

    @Test
    void all_values_go_to_dashboards_or_none() {
        DashboardSeries dashboard = DashboardSeries.of(catalogue);
        assertThat(IntStream.of(dashboard.slots())
                        .mapToObj(catalogue::columnOfSlot)
                        .filter(column -> column.measure().slug().equals("substitution"))
                        .map(Column::variant)
                        .flatMap(Optional::stream)
                        .distinct())
                .containsExactlyElementsOf(
                        shipped("substitution").dimension().orElseThrow().values());
    }

    @Test
    void a_value_is_told_by_its_own_streams_alone() {
        Measure measure = shipped("satisfied_duty");
        RecordKind items = RecordKind.of(EventStream.DEVICE_EXAMINATION);
        assertThat(measure.recordKinds()).contains(items);
        assertThat(measure.variants())
                .filteredOn(variant -> measure.recordKinds(variant).contains(items))
                .extracting(variant -> variant.orElseThrow().slug())
                .containsExactly("property_returned_7d_met", "property_returned_7d_missed");
    }
}
