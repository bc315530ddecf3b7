package vaiwg.kpis;

import java.util.Random;
import java.util.SplittableRandom;

/** The chance of a property test: another at each run, printed, and given again by {@code -Dvaiwg.seed}. */
public final class Seed {
    private Seed() {}

    /** Random numbers for one property, named in the line that tells the seed. */
    public static Random random(String property) {
        long seed = Long.getLong("vaiwg.seed", new SplittableRandom().nextInt(1, 1_000_000_000));
        System.out.println(property + ": seed " + seed + " (-Dvaiwg.seed=" + seed + ")");
        return new Random(seed);
    }
}
