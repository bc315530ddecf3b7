package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.ChartPlan.Chart;

class ChartPlanTest {
    private final Catalogue catalogue = Catalogue.shipped();
    private final List<Chart> charts = ChartPlan.of(catalogue).charts();

    @Test
    void of_a_measure_one_basis_is_charted_in_blocks_that_do_not_overlap() {
        Map<List<Object>, List<String>> bases = charts.stream()
                .collect(Collectors.groupingBy(
                        chart -> List.of(chart.measure().slug(), chart.isMonthly()),
                        Collectors.mapping(chart -> chart.column().basis().slug(), Collectors.toList())));
        assertThat(bases.values()).allSatisfy(slugs -> assertThat(slugs).containsOnly(slugs.get(0)));
        assertThat(charts)
                .allMatch(chart -> chart.window().equals(chart.isMonthly() ? ChartPlan.MONTH : ChartPlan.BLOCK));
        assertThat(bases.get(List.of("victim_attrition", false))).contains("matured_28d");
        assertThat(bases.get(List.of("recorded_offences", false))).contains("recorded");
        assertThat(bases.get(List.of("decision_told", false))).contains("assigned");
        assertThat(bases.get(List.of("unable_to_prosecute", true))).contains("settled_6m");
    }

    @Test
    void what_is_restated_or_stands_or_is_restricted_is_not_charted() {
        assertThat(charts)
                .extracting(chart -> chart.column().basis().kind())
                .doesNotContain(Basis.Kind.STOCK, Basis.Kind.TO_DATE);
        assertThat(charts)
                .filteredOn(chart -> chart.column().basis().kind() == Basis.Kind.SETTLED)
                .allMatch(Chart::isMonthly);
        assertThat(charts).noneMatch(chart -> chart.measure().isRestricted());
        assertThat(charts).noneMatch(chart -> chart.measure().kind() == Measure.Kind.POPULATION_RATE);
    }

    @Test
    void the_pack_is_of_totals_and_themes_and_every_of_its_measures_is_charted() {
        assertThat(charts)
                .filteredOn(Chart::inPack)
                .allMatch(chart -> chart.slice().matches("|theme=[a-z_]+"))
                .extracting(chart -> chart.measure().slug())
                .containsAll(catalogue.measures().stream()
                        .filter(Measure::isInPack)
                        .map(Measure::slug)
                        .toList());
        assertThat(charts).filteredOn(Chart::limitsOnBoards).isNotEmpty().allMatch(Chart::inPack);
    }

    @Test
    void areas_are_compared_within_a_theme_and_the_unknown_one_with_none() {
        List<List<Integer>> groups = AreaPlan.of(catalogue);
        assertThat(groups).isNotEmpty().allSatisfy(slots -> {
            List<Column> columns =
                    slots.stream().map(catalogue::columnOfSlot).distinct().toList();
            assertThat(columns).hasSize(1);
            assertThat(columns.get(0).measure().kind()).isEqualTo(Measure.Kind.SHARE);
            assertThat(slots.stream()
                            .map(slot ->
                                    columns.get(0).dimensions(columns.get(0).rowOfSlot(slot))))
                    .allMatch(cut -> !cut.get("lpa").equals("unknown"))
                    .extracting(cut -> cut.get("theme"))
                    .containsOnly(columns.get(0)
                            .dimensions(columns.get(0).rowOfSlot(slots.get(0)))
                            .get("theme"));
            assertThat(columns.get(0).windowOfSlot(slots.get(0))).isEqualTo(Window.days(365));
        });
        assertThat(groups)
                .extracting(
                        slots -> catalogue.columnOfSlot(slots.get(0)).basis().slug())
                .contains("settled_90d");
    }
}
