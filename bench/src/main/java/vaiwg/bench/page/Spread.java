package vaiwg.bench.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * Values of several runs.
 *
 * @param sorted at least one, in ascending order
 */
record Spread(double[] sorted) {
    static Spread of(Collection<? extends Number> values) {
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There is no run to speak of: measure again.");
        }
        return new Spread(sorted);
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** All values times a factor. */
    Spread times(double factor) {
        return new Spread(Arrays.stream(sorted).map(value -> value * factor).toArray());
    }

    /** The median with the least and the most, such as {@code 8.6 (8.1–9.0)}. */
    String text() {
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", median(), least(), most());
    }
}
