package vaiwg.statistics.signals.alarm;

import java.util.Arrays;

/**
 * How far the outcomes of a series lie from what its reference year alone lets expect, by the days that followed it. One year is a
 * small sample: at two outcomes a day it tells the level to 4 %, and a change of 20 % waits for ever where the year was high by
 * chance. So the reference grows with the days that are over, until it is {@link #DAYS} long, and then moves on with them.
 *
 * <p>The newest {@link #GUARD} days are never in it: a change is to be heard before it can be learned.
 */
public final class LearnedLevel {
    /** The reference is never longer. */
    public static final int DAYS = 3 * Baseline.DAYS;
    /** So many days before the one that is judged nothing is learned. */
    public static final int GUARD = 90;

    private final double reference;
    /** Sums over the watched days before each. */
    private double[] observed = new double[512];

    private double[] expected = new double[512];

    /** @param reference outcomes of the reference year, which by its fit are also those expected of it */
    public LearnedLevel(double reference) {
        this.reference = reference;
    }

    /**
     * Adds a watched day, or replaces it; days are put in their order.
     *
     * @param index 0 for the first day after the reference year
     * @param outcomes those of the day
     * @param byReference those that the reference year lets expect
     */
    public void put(int index, double outcomes, double byReference) {
        if (index + 1 >= observed.length) {
            observed = Arrays.copyOf(observed, 2 * index + 2);
            expected = Arrays.copyOf(expected, 2 * index + 2);
        }
        observed[index + 1] = observed[index] + outcomes;
        expected[index + 1] = expected[index] + byReference;
    }

    /** The factor on what is expected of a watched day; 1 where nothing was learned yet. */
    public double on(int index) {
        int to = Math.max(0, index - GUARD);
        int from = Math.max(0, to - DAYS);
        int ofReference = Math.max(0, Math.min(Baseline.DAYS, DAYS - to));
        double kept = reference * ofReference / Baseline.DAYS;
        double sum = kept + expected[to] - expected[from];
        return sum > 0 ? (kept + observed[to] - observed[from]) / sum : 1;
    }
}
