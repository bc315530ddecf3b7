package vaiwg.statistics.signals.charts;

/** Sigma from how much values move from one to the next: a slow drift, or a step, does not widen it. */
final class MovingRange {
    /** Mean range of two normal values, in sigma; 3 / 1.128 is the 2.66 of the textbooks. */
    static final double TWO_VALUES = 1.128;

    private MovingRange() {}

    static double sigma(double[] values) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - 1]);
        }
        return sum / (values.length - 1) / TWO_VALUES;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
