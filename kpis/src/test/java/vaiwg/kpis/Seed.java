package vaiwg.kpis;

import java.util.Random;

/**
 * Where the random numbers of property tests begin: at the same number in each run, so that a failure means a defect and never bad luck.
 * {@code ./check --soak} gives other numbers, and a seed with which it found something is given again by {@code -Dvaiwg.seed}.
 */
public final class Seed {
    /** Of each run in which no other is given. */
    public static final long ALWAYS = 261_126;

    private Seed() {}

    /** The seed of one property, which the printed line names. */
    public static long of(String property) {
        long seed = Long.getLong("vaiwg.seed", ALWAYS);
        System.out.println(property + ": seed " + seed + " (-Dvaiwg.seed=" + seed + ")");
        return seed;
    }

    /** Random numbers for one property. */
    public static Random random(String property) {
        return new Random(of(property));
    }
}
