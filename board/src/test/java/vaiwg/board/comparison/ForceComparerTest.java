package vaiwg.board.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.chart.ForceFunnel;

class ForceComparerTest {
    @Test
    void a_force_far_from_the_others_stands_apart_and_has_a_ring_and_its_name() {
        List<ForceCount> counts = elevenAlike();
        counts.add(ForceCount.of("Zeta", ForceMeasure.CHARGED, 200, 1_000));
        ComparedMeasure compared = ForceComparer.compare(ForceMeasure.CHARGED, counts);
        assertThat(compared.finding()).isEqualTo("Beyond 499 of 500: Zeta (above)");
        assertThat(compared.outside()).isEqualTo("1 of 12 forces lies beyond 19 of 20; by chance about 0.6 would.");
        assertThat(compared.forces())
                .filteredOn(force -> force.place() != ComparedForce.Place.WITHIN)
                .extracting(ComparedForce::force, ComparedForce::said)
                .containsExactly(tuple("Zeta", "beyond 499 of 500, above"));
        String svg = ForceFunnel.draw(compared, compared.funnel().orElseThrow(), 703);
        assertThat(svg.split("class=\"k-hollow\"", -1)).hasSize(2);
        assertThat(svg.split("class=\"k-point\"", -1)).hasSize(12);
        assertThat(svg)
                .contains(">Zeta</text>", "Zeta 20.0%, beyond 499 of 500, above.")
                .doesNotContain("NaN");
    }

    @Test
    void recorded_crimes_are_for_each_ten_thousand_residents() {
        ComparedMeasure compared = ForceComparer.compare(
                ForceMeasure.RECORDED,
                List.of(
                        ForceCount.of("A", ForceMeasure.RECORDED, 400, 10_000),
                        ForceCount.of("B", ForceMeasure.RECORDED, 800, 20_000),
                        ForceCount.of("C", ForceMeasure.RECORDED, 1_200, 30_000)));
        assertThat(compared.forces()).extracting(ComparedForce::value).containsExactly(400.0, 400.0, 400.0);
        ComparedMeasure.Curve funnel = compared.funnel().orElseThrow();
        assertThat(funnel.centre()).isEqualTo(400);
        FunnelRange widest = funnel.ranges().get(0);
        assertThat(widest.upper95()).isCloseTo(400 + 19_599.64 * Math.sqrt(0.04 / widest.size()), within(1e-3));
        assertThat(compared.finding()).isEqualTo("No force stands apart");
        assertThat(compared.spread()).isEqualTo("Forces differ by no more than chance.");
    }

    @Test
    void two_forces_or_forces_without_any_are_no_funnel() {
        List<ForceCount> two = List.of(
                ForceCount.of("A", ForceMeasure.CHARGED, 5, 100), ForceCount.of("B", ForceMeasure.CHARGED, 50, 100));
        assertThat(ForceComparer.compare(ForceMeasure.CHARGED, two).funnel()).isEmpty();
        List<ForceCount> none = List.of(
                ForceCount.of("A", ForceMeasure.CHARGED, 0, 100),
                ForceCount.of("B", ForceMeasure.CHARGED, 0, 100),
                ForceCount.of("C", ForceMeasure.CHARGED, 0, 100));
        ComparedMeasure compared = ForceComparer.compare(ForceMeasure.CHARGED, none);
        assertThat(compared.funnel()).isEmpty();
        assertThat(compared.finding()).isEqualTo("Not compared");
        assertThat(compared.forces()).extracting(ComparedForce::said).containsOnly("not compared");
    }

    @Test
    void forces_that_are_left_out_for_one_reason_are_named_together() {
        ComparedMeasure compared = ForceComparer.compare(
                ForceMeasure.CHARGED,
                List.of(
                        ForceCount.leftOut("B", ForceMeasure.CHARGED, "no outcomes"),
                        ForceCount.leftOut("C", ForceMeasure.CHARGED, "few crimes"),
                        ForceCount.leftOut("A", ForceMeasure.CHARGED, "no outcomes")));
        assertThat(compared.forces()).isEmpty();
        assertThat(compared.leftOutForces()).isEqualTo(3);
        assertThat(compared.leftOut())
                .containsExactly(
                        new ComparedMeasure.LeftOut("few crimes", List.of("C")),
                        new ComparedMeasure.LeftOut("no outcomes", List.of("A", "B")));
    }

    private static List<ForceCount> elevenAlike() {
        List<ForceCount> counts = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            counts.add(ForceCount.of("Force " + i, ForceMeasure.CHARGED, 48 + i % 5, 1_000));
        }
        return counts;
    }
}
