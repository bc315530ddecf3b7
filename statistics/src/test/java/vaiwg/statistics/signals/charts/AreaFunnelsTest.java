package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.AreaPlan;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class AreaFunnelsTest {
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final AreaFunnels funnels = new AreaFunnels(catalogue);
    private final List<Integer> areas = of("night_time_share");

    @Test
    void areas_of_a_theme_lie_within_limits_that_narrow_with_their_size() {
        List<AreaFunnels.Place> places = funnels.of(values(Map.of(
                areas.get(0), new int[] {40, 100}, areas.get(1), new int[] {82, 200}, areas.get(2), new int[] {118, 300
                })));
        assertThat(places).extracting(AreaFunnels.Place::slot).containsExactlyElementsOf(areas.subList(0, 3));
        Funnel expected = Funnel.of(
                List.of(new Funnel.Unit("0", 40, 100), new Funnel.Unit("1", 82, 200), new Funnel.Unit("2", 118, 300)));
        assertThat(places.get(0).warning()).isEqualTo(expected.limits(100, Funnel.WARNING));
        assertThat(places.get(2).nearCertain()).isEqualTo(expected.limits(300, Funnel.NEAR_CERTAIN));
        assertThat(places.get(2).warning().upper())
                .isLessThan(places.get(0).warning().upper());
    }

    @Test
    void few_cases_are_compared_with_none_and_two_areas_are_no_funnel() {
        Map<Integer, int[]> two = Map.of(
                areas.get(0), new int[] {40, 100}, areas.get(1), new int[] {82, 200}, areas.get(2), new int[] {10, 29});
        assertThat(funnels.of(values(two))).isEmpty();
    }

    @Test
    void where_all_areas_have_nothing_there_is_nothing_to_compare() {
        Map<Integer, int[]> nothing = Map.of(
                areas.get(0), new int[] {0, 100}, areas.get(1), new int[] {0, 200}, areas.get(2), new int[] {0, 300});
        assertThat(funnels.of(values(nothing))).isEmpty();
    }

    @Test
    void of_a_rate_for_people_an_area_is_compared_where_ten_cases_are_to_be_expected() {
        List<Integer> rates = of("public_space_rate");
        List<AreaFunnels.Place> places = funnels.of(values(Map.of(
                rates.get(0),
                new int[] {100, 100_000},
                rates.get(1),
                new int[] {260, 200_000},
                rates.get(2),
                new int[] {240, 300_000},
                rates.get(3),
                new int[] {2, 1_000})));
        assertThat(places).extracting(AreaFunnels.Place::slot).containsExactlyElementsOf(rates.subList(0, 3));
        Funnel expected = Funnel.ofRates(List.of(
                new Funnel.Unit("0", 100, 100_000),
                new Funnel.Unit("1", 260, 200_000),
                new Funnel.Unit("2", 240, 300_000)));
        assertThat(places.get(1).warning()).isEqualTo(expected.limits(200_000, Funnel.WARNING));
    }

    @Test
    void a_rate_of_two_streams_is_poisson_too_and_is_compared_by_areas_as_a_whole() {
        List<Integer> devices = of("devices_examined");
        assertThat(devices).hasSameSizeAs(of("public_space_rate"));
        List<AreaFunnels.Place> places = funnels.of(values(Map.of(
                devices.get(0),
                new int[] {80, 40},
                devices.get(1),
                new int[] {120, 50},
                devices.get(2),
                new int[] {90, 60},
                devices.get(3),
                new int[] {90, 29})));
        assertThat(places).extracting(AreaFunnels.Place::slot).containsExactlyElementsOf(devices.subList(0, 3));
        assertThat(places.get(0).warning().upper()).as("more than one of each").isGreaterThan(1);
    }

    private List<Integer> of(String measure) {
        return AreaPlan.of(catalogue).stream()
                .filter(slots ->
                        catalogue.columnOfSlot(slots.get(0)).measure().slug().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static SlotValues values(Map<Integer, int[]> bySlot) {
        int[] none = {0, 0};
        return new SlotValues() {
            @Override
            public int numerator(int slot) {
                return bySlot.getOrDefault(slot, none)[0];
            }

            @Override
            public int denominator(int slot) {
                return bySlot.getOrDefault(slot, none)[1];
            }

            @Override
            public int numeratorOn(int slot, int day) {
                throw new UnsupportedOperationException("areas are compared by their windows");
            }

            @Override
            public int denominatorOn(int slot, int day) {
                throw new AssertionError("areas are compared by the windows that are published");
            }

            @Override
            public Figure ofDays(int slot, int firstDay, int days) {
                throw new AssertionError("areas are compared by the windows that are published");
            }
        };
    }
}
