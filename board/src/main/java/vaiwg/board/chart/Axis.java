package vaiwg.board.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis with ticks at round numbers.
 *
 * @param low the lowest tick
 * @param high the highest
 * @param step between ticks
 */
record Axis(double low, double high, double step) {
    /**
     * The axis that holds a range, and little more.
     *
     * @param steps about how many steps it may have
     */
    static Axis around(double least, double most, int steps) {
        double span = most - least;
        double margin = span > 0 ? 0.06 * span : Math.max(Math.abs(most) * 0.1, 1e-3);
        double from = least >= 0 ? Math.max(0, least - margin) : least - margin;
        double step = roundStep((most + margin - from) / steps);
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.ceil((most + margin) / step - 1e-9) * step;
        return new Axis(low, high, step);
    }

    double span() {
        return high - low;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round(span() / step);
        for (long i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** The least of 1, 2, 2.5, 5 times a power of ten that is at least this. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
