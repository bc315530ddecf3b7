package vaiwg.bench.statistics;

/** The mean of independent runs and how far chance can have moved it. */
final class MeanOfRuns {
    private static final double NORMAL_95 = 1.96;

    private int count;
    private double sum;
    private double squares;

    void add(double value) {
        count++;
        sum += value;
        squares += value * value;
    }

    int count() {
        return count;
    }

    double mean() {
        return sum / count;
    }

    /** Half of the 95 % interval of the mean: the Monte-Carlo error. */
    double error() {
        double variance = Math.max(0, (squares - sum * sum / count) / (count - 1));
        return NORMAL_95 * Math.sqrt(variance / count);
    }

    /** The upper end of the 95 % interval. */
    double upper() {
        return mean() + error();
    }

    /** The lower end of the 95 % interval. */
    double lower() {
        return mean() - error();
    }
}
