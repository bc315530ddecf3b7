package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.figures.MeasureEntry;

/** Against z of two proportions and of two Poisson counts, worked out by hand. */
class YearTestTest {
    @ParameterizedTest
    @CsvSource({
        // 39.2% of 1,146 after 34.9%: z = 2.13. 36.0%: z = 1.55.
        "up, 449, 1146, 400, 1146, true",
        "up, 449, 1146, 413, 1146, false",
        // The same the other way round is no improvement; where lower is better it is.
        "up, 400, 1146, 449, 1146, false",
        "down, 400, 1146, 449, 1146, true",
        "none, 449, 1146, 300, 1146, false"
    })
    void shares(String direction, int now, int of, int before, int beforeOf, boolean better) {
        MeasureEntry measure = Periods.measure("share", MeasureEntry.Kind.SHARE, "Share", direction);
        assertThat(YearTest.isBetter(measure, figure(Unit.SHARE, now, of), figure(Unit.SHARE, before, beforeOf)))
                .isEqualTo(better);
    }

    @ParameterizedTest
    @CsvSource({
        // 124 of 7,593 after 86 of 7,600: z = 2.63. After 110: z = 0.93.
        "124, 7593, 86, 7600, true",
        "124, 7593, 110, 7600, false"
    })
    void rates(int now, int of, int before, int beforeOf, boolean better) {
        MeasureEntry measure = Periods.measure("rate", MeasureEntry.Kind.RATE, "Rate", "up");
        assertThat(YearTest.isBetter(measure, figure(Unit.PER_100, now, of), figure(Unit.PER_100, before, beforeOf)))
                .isEqualTo(better);
    }

    private static Figure figure(Unit unit, int numerator, int denominator) {
        return new Figure(
                "k",
                "recorded",
                "365d",
                "",
                Periods.AS_AT,
                unit,
                numerator,
                denominator,
                unit.of((double) numerator / denominator),
                Double.NaN,
                Double.NaN,
                Figure.State.SHOWN);
    }
}
