package vaiwg.statistics.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.statistics.intervals.InterruptedSeries.Change;
import vaiwg.statistics.intervals.InterruptedSeries.Period;

class InterruptedSeriesTest {
    /**
     * Packs of cigarettes sold a head and year in California, 1970 to 2000 (Abadie, Diamond, Hainmueller 2010, Journal of the American Statistical
     * Association 105, 493-505). A tax was raised in 1989.
     */
    private static final double[] CIGARETTES = {
        123, 121, 123.5, 124.4, 126.7, 127.1, 128, 126.4, 126.1, 121.9, 120.2, 118.6, 115.4, 110.8, 104.8, 102.8, 99.7,
        97.5, 90.1, 82.4, 77.8, 68.7, 67.5, 63.4, 58.6, 56.4, 54.5, 53.8, 52.3, 47.2, 41.6
    };

    private static final int TAX = 19;
    private static final int LENGTH = 28;
    private static final int SERIES = 500;

    /** Linden 2015, The Stata Journal 15, 480-500: the table of "itsa cigsale, single trperiod(1989) lag(1)". */
    @Test
    void a_published_example_has_its_coefficients() {
        ToDoubleFunction<Integer> level = year -> 1;
        ToDoubleFunction<Integer> trend = year -> year;
        ToDoubleFunction<Integer> step = year -> year < TAX ? 0 : 1;
        ToDoubleFunction<Integer> trendSince = year -> Math.max(0, year - TAX);
        assertThat(cigarettes(level, trend, trendSince, step).value()).isCloseTo(-20.0581, within(5e-5));
        assertThat(cigarettes(level, trend, step, trendSince).value()).isCloseTo(-1.494652, within(5e-7));
        assertThat(cigarettes(level, trendSince, step, trend).value()).isCloseTo(-1.779474, within(5e-7));
    }

    /** The number was made with NumPy, by products of matrices: residuals follow on one another as those of errors correlated as much as is allowed. */
    @Test
    void its_error_is_that_of_errors_that_follow_on_one_another() {
        Change step = cigarettes(year -> 1, year -> year, year -> Math.max(0, year - TAX), year -> year < TAX ? 0 : 1);
        double student = 2.0518305;
        assertThat(step.margin()).as("27 degrees of freedom").isCloseTo(student * 9.539507, within(1e-4));
    }

    @SafeVarargs
    private static Change cigarettes(ToDoubleFunction<Integer>... terms) {
        List<double[]> columns = new ArrayList<>();
        for (ToDoubleFunction<Integer> term : terms) {
            columns.add(IntStream.range(0, CIGARETTES.length)
                    .mapToDouble(term::applyAsDouble)
                    .toArray());
        }
        return InterruptedSeries.change(
                columns, IntStream.range(0, CIGARETTES.length).toArray(), CIGARETTES);
    }

    @Test
    void nothing_is_said_until_two_years_before_and_eight_periods_since_are_known() {
        assertThat(series(26, 8, 0, 0, new Random(1)).change()).isPresent();
        assertThat(series(25, 8, 0, 0, new Random(1)).change()).isEmpty();
        InterruptedSeries early = series(26, 7, 0, 0, new Random(1));
        assertThat(early.change()).isEmpty();
        assertThat(early.after()).isEqualTo(7);
    }

    @Test
    void periods_of_which_cases_were_still_open_on_the_day_are_of_neither_side() {
        List<Period> periods = IntStream.range(0, 60)
                .mapToObj(i -> new Period(i * LENGTH, i * LENGTH + LENGTH - 1, i % 3))
                .toList();
        InterruptedSeries followed = new InterruptedSeries(periods, 40 * LENGTH, 90);
        assertThat(followed.before()).as("four end within 90 days before").isEqualTo(36);
        assertThat(followed.after()).isEqualTo(20);
        assertThat(new InterruptedSeries(periods, 40 * LENGTH + 1, 0).before()).isEqualTo(40);
        assertThat(new InterruptedSeries(periods, 40 * LENGTH + 1, 0).after()).isEqualTo(19);
    }

    @Test
    void a_trend_and_a_season_are_no_change() {
        Change change = series(30, 9, 3, 0, null).change().orElseThrow();
        assertThat(change.value()).isCloseTo(3, within(1e-9));
    }

    /** Placebos: of series in which nothing was done, with a season and a trend, few are found, also where periods follow on one another. */
    @ParameterizedTest
    @CsvSource({"0, 0.07", "0.2, 0.09", "0.4, 0.13"})
    void few_placebos_are_found(double correlation, double most) {
        assertThat(found(0, correlation)).isLessThan(most);
    }

    /** A step of three standard deviations of a period. */
    @Test
    void most_improvements_are_found() {
        assertThat(found(3, 0)).isGreaterThan(0.9);
        assertThat(found(3, 0.4)).isGreaterThan(0.6);
    }

    private static double found(double step, double correlation) {
        Random random = new Random(39);
        int found = 0;
        for (int i = 0; i < SERIES; i++) {
            Change change = series(27, 10, step, correlation, random).change().orElseThrow();
            found += change.lower() > 0 || change.upper() < 0 ? 1 : 0;
        }
        return (double) found / SERIES;
    }

    /** @param random null for no chance at all */
    private static InterruptedSeries series(int before, int after, double step, double correlation, Random random) {
        List<Period> periods = new ArrayList<>();
        double error = random == null ? 0 : random.nextGaussian();
        for (int i = 0; i < before + after; i++) {
            double years = i * LENGTH / 365.2425;
            double season = Math.sin(2 * Math.PI * years) + Math.cos(4 * Math.PI * years);
            double value = 50 - years + season + error + (i < before ? 0 : step);
            periods.add(new Period(i * LENGTH, i * LENGTH + LENGTH - 1, value));
            error = random == null
                    ? 0
                    : correlation * error + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return new InterruptedSeries(periods, before * LENGTH, 0);
    }
}
