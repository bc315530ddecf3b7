package vaiwg.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import vaiwg.demo.synthetic.Draw;
import vaiwg.kpis.reference.Cause;

/** The simulated world does what its page says of it. */
class DelayCurveTest {
    private static final int CASES = 200_000;

    @Test
    void the_usual_curve_is_that_of_the_design() {
        Draw draw = Draw.at(1);
        int[] within = new int[4];
        int[] horizons = {30, 90, 180, 365};
        for (int i = 0; i < CASES; i++) {
            DelayCurve.End end = CrimeKind.USUAL.draw(draw);
            for (int h = 0; h < horizons.length; h++) {
                boolean counts = end != null && end.cause() == Cause.OUTCOME_16 && end.age() < horizons[h];
                within[h] += counts ? 1 : 0;
            }
        }
        double[] design = {0.200, 0.336, 0.379, 0.395};
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
            DelayCurve.End end = CrimeKind.USUAL.draw(draw);
            usual += end != null && end.cause() == Cause.OUTCOME_16 && end.age() < 7 ? 1 : 0;
            extra += CrimeKind.USUAL.drawExtra(0, Conditions.RISE, draw) < 7 ? 1 : 0;
        }
        assertThat((double) extra / usual).isCloseTo(Conditions.RISE, within(0.02));
    }

    @Test
    void poisson_numbers_have_the_mean_and_the_spread_of_poisson_numbers() {
        Draw draw = Draw.at(3);
        PoissonTable table = new PoissonTable(7.5);
        MeanOfRuns numbers = new MeanOfRuns();
        MeanOfRuns squares = new MeanOfRuns();
        for (int i = 0; i < CASES; i++) {
            int number = table.draw(draw);
            numbers.add(number);
            squares.add((number - 7.5) * (number - 7.5));
        }
        assertThat(numbers.mean()).isCloseTo(7.5, within(0.03));
        assertThat(squares.mean()).isCloseTo(7.5, within(0.15));
    }
}
