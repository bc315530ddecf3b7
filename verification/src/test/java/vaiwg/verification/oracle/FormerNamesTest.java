package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class FormerNamesTest {
    @Test
    void what_was_a_measure_is_one_value_of_a_dimension() throws Exception {
        FormerNames former = new FormerNames();

        assertThat(ShippedCatalogue.get().columns())
                .filteredOn(column ->
                        !former.measure(column).equals(column.measure().slug()))
                .extracting(former::measure)
                .satisfies(names -> assertThat(names.stream().distinct()).hasSize(former.size()))
                .doesNotContainAnyElementsOf(ShippedCatalogue.get().measures().stream()
                        .map(Measure::slug)
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_line_of_figures_has_its_former_name() throws Exception {
        FormerNames former = new FormerNames();

        assertThat(former.of("value,f,2026-01-01,substitution,settled_90d,365d,outcome=14;theme=rape,3,90"))
                .isEqualTo("value,f,2026-01-01,substitution_14,settled_90d,365d,theme=rape,3,90");
        assertThat(former.of("day,f,2026-01-01,charge_rate,assigned,,,3,90"))
                .isEqualTo("day,f,2026-01-01,charge_rate,assigned,,,3,90");
    }
}
