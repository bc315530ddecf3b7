package vaiwg.statistics.intervals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By how much a series of equal periods stands higher from a day on than its trend and its season before let expect: a segmented regression with a
 * step, a straight trend through both parts and two pairs of Fourier terms of a year (Lopez Bernal, Cummins, Gasparrini 2017, International Journal of
 * Epidemiology 46, 348-355). Periods that lie on both sides of the day are left out (Wagner and others 2002, Journal of Clinical Pharmacy and Therapeutics 27,
 * 299-309).
 *
 * <p>Periods follow on one another, so the error of the step is that of least squares whose residuals are correlated as those of a first-order
 * autoregression. Residuals look less correlated than errors are, since terms were fitted to them; so the correlation is the one of which the expected
 * residuals are correlated as those seen. Newey and West's error is not used: on series as short as these it is too small (Turner and others 2021, BMC
 * Medical Research Methodology 21, 181).
 */
public final class InterruptedSeries {
    /** Two years of 28 days: from one year alone a season cannot be told from a trend. */
    public static final int LEAST_BEFORE = 26;
    /** As many as Penfold and Zhang ask for (2013, Academic Pediatrics 13, S38-S44). */
    public static final int LEAST_AFTER = 8;

    private static final double DAYS_A_YEAR = 365.2425;
    private static final int PAIRS = 2;
    private static final double MOST_CORRELATED = 0.95;
    private static final int HALVINGS = 30;

    private final List<Period> before;
    private final List<Period> after;

    /**
     * A closed period.
     *
     * @param firstDay and {@code lastDay} in days since 1970
     * @param value a number of it, in whatever unit
     */
    public record Period(int firstDay, int lastDay, double value) {}

    /** A change, in the unit of the series; its 95 % interval is as wide on both sides. */
    public record Change(double value, double margin) {
        public double lower() {
            return value - margin;
        }

        public double upper() {
            return value + margin;
        }
    }

    /**
     * A series that something may have interrupted.
     *
     * @param periods of equal length, oldest first; some may be missing
     * @param day from which on it was done, in days since 1970
     * @param followed for how many days after a period its cases are followed up: those of before the day must have ended before it
     */
    public InterruptedSeries(List<Period> periods, int day, int followed) {
        before = periods.stream()
                .filter(period -> period.lastDay() + followed < day)
                .toList();
        after = periods.stream().filter(period -> period.firstDay() >= day).toList();
    }

    /** How many periods there are before. */
    public int before() {
        return before.size();
    }

    /** How many periods there are since. */
    public int after() {
        return after.size();
    }

    /** The step; empty where there are too few periods before or since. */
    public Optional<Change> change() {
        if (before.size() < LEAST_BEFORE || after.size() < LEAST_AFTER) {
            return Optional.empty();
        }
        List<Period> all = Stream.concat(before.stream(), after.stream()).toList();
        Period first = all.get(0);
        int length = first.lastDay() - first.firstDay() + 1;
        List<double[]> terms = new ArrayList<>();
        terms.add(each(all, period -> 1));
        terms.add(each(all, period -> years(first, period)));
        for (int pair = 1; pair <= PAIRS; pair++) {
            double turns = 2 * Math.PI * pair;
            terms.add(each(all, period -> Math.sin(turns * years(first, period))));
            terms.add(each(all, period -> Math.cos(turns * years(first, period))));
        }
        terms.add(each(all, period -> before.contains(period) ? 0 : 1));
        int[] places = all.stream()
                .mapToInt(period -> (period.firstDay() - first.firstDay()) / length)
                .toArray();
        return Optional.of(change(terms, places, each(all, Period::value)));
    }

    private static double[] each(List<Period> periods, ToDoubleFunction<Period> value) {
        return periods.stream().mapToDouble(value).toArray();
    }

    private static double years(Period first, Period period) {
        return (period.firstDay() - first.firstDay()) / DAYS_A_YEAR;
    }

    /**
     * The coefficient of the last term by least squares: what is left of the values, and of it, beside the terms before.
     *
     * @param terms each by periods
     * @param places of the periods, whole numbers
     */
    static Change change(List<double[]> terms, int[] places, double[] values) {
        int n = values.length;
        // Takes from a series what the terms explain.
        double[][] residual = new double[n][n];
        for (int i = 0; i < n; i++) {
            residual[i][i] = 1;
        }
        double[] own = values;
        for (double[] term : terms) {
            own = times(residual, term);
            double square = dot(own, own);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    residual[i][j] -= own[i] * own[j] / square;
                }
            }
        }
        double[] errors = times(residual, values);
        double correlation = correlation(residual, places, errors);
        double square = dot(own, own);
        double[][] weights = new double[n][];
        for (int i = 0; i < n; i++) {
            double each = own[i] / square / square;
            weights[i] = Arrays.stream(own).map(other -> each * other).toArray();
        }
        double variance =
                dot(errors, errors) / expected(residual, places, correlation) * expected(weights, places, correlation);
        double student = TDistribution.of(n - terms.size()).inverseCumulativeProbability(0.975);
        return new Change(dot(own, values) / square, student * Math.sqrt(variance));
    }

    /** Of errors by which residuals are expected to follow on their neighbours as much as they do; 0 where they do not. */
    private static double correlation(double[][] residual, int[] places, double[] errors) {
        int n = places.length;
        double seen = 0;
        double[][] neighbours = new double[n][n];
        for (int i = 1; i < n; i++) {
            if (places[i] - places[i - 1] == 1) {
                seen += errors[i] * errors[i - 1];
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        neighbours[j][k] += residual[j][i] * residual[i - 1][k];
                    }
                }
            }
        }
        double share = seen / dot(errors, errors);
        double low = 0;
        double high = MOST_CORRELATED;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean tooLow = expected(neighbours, places, middle) < share * expected(residual, places, middle);
            low = tooLow ? middle : low;
            high = tooLow ? high : middle;
        }
        return low;
    }

    /** Of errors that are correlated so the expected sum of products that a matrix weighs. */
    private static double expected(double[][] matrix, int[] places, double correlation) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                sum += matrix[i][j] * Math.pow(correlation, Math.abs(places[i] - places[j]));
            }
        }
        return sum;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }
}
