package vaiwg.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.reference.Cause;

/** The simulated world does what its page says of it. */
class DelayCurveTest {
    private static final int CASES = 200_000;

    @Test
    void the_usual_curve_is_that_of_the_design() {
        Draw draw = Draw.at(1);
        int[] horizons = {30, 90, 180, 365};
        double[] design = {0.200, 0.336, 0.379, 0.395};
        int[] within = new int[horizons.length];
        for (int i = 0; i < CASES; i++) {
            DelayCurve.End end = DelayCurve.USUAL.draw(draw);
            for (int h = 0; h < horizons.length; h++) {
                boolean counts = end != null && end.cause() == Cause.OUTCOME_16 && end.age() < horizons[h];
                within[h] += counts ? 1 : 0;
            }
        }
        for (int h = 0; h < horizons.length; h++) {
            assertThat((double) within[h] / CASES).isCloseTo(design[h], within(0.005));
        }
    }

    @Test
    void a_higher_hazard_takes_as_many_more_from_the_first_days() {
        Draw draw = Draw.at(2);
        int usual = 0;
        int extra = 0;
        for (int i = 0; i < CASES; i++) {
            DelayCurve.End end = DelayCurve.USUAL.draw(draw);
            usual += end != null && end.cause() == Cause.OUTCOME_16 && end.age() < 7 ? 1 : 0;
            extra += DelayCurve.USUAL.drawExtra(0, SimulatedCases.RISE, draw) < 7 ? 1 : 0;
        }
        assertThat((double) extra / usual).isCloseTo(SimulatedCases.RISE, within(0.02));
    }

    @Test
    void poisson_numbers_have_the_mean_and_the_spread_of_poisson_numbers() {
        Draw draw = Draw.at(3);
        PoissonTable table = new PoissonTable(7.5);
        int[] numbers = IntStream.range(0, CASES).map(i -> table.draw(draw)).toArray();
        assertThat(IntStream.of(numbers).average().orElseThrow()).isCloseTo(7.5, within(0.03));
        assertThat(IntStream.of(numbers)
                        .mapToDouble(number -> (number - 7.5) * (number - 7.5))
                        .average()
                        .orElseThrow())
                .isCloseTo(7.5, within(0.15));
    }
}
