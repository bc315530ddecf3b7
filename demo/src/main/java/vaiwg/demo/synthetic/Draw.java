package vaiwg.demo.synthetic;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A stream of chance of its own, found by a path of numbers: what is drawn for one case does not depend on what was drawn for
 * another, nor on the order in which they are made.
 *
 * <p>Logarithms and the like come from {@link StrictMath}, so that a seed gives the same bytes on every machine.
 */
public final class Draw {
    private final SplittableRandom random;

    private Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The stream at a path, for example seed, purpose, day, number. */
    public static Draw at(long... path) {
        return new Draw(hash(path));
    }

    /** A 64-bit hash of a path (the finaliser of MurmurHash3 over each number). */
    static long hash(long... path) {
        long hash = 0x9E3779B97F4A7C15L;
        for (long part : path) {
            hash = mix(hash ^ mix(part + 0x9E3779B97F4A7C15L)) * 31 + 17;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return random.nextDouble();
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** By its median; the more is its tail above 1, the longer is it. */
    double longTailed(double median, double tail) {
        return median * StrictMath.pow(exponential(1) / StrictMath.log(2), tail);
    }

    /** Normal, with mean 0 and standard deviation 1. */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** Log-normal by its median and the standard deviation of its logarithm. */
    double logNormal(double median, double sigma) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return median * StrictMath.exp(sigma * radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
    }

    /** Poisson, by counting exponential gaps; meant for means up to some hundreds. */
    public int poisson(double mean) {
        int count = 0;
        for (double sum = exponential(1); sum < mean; sum += exponential(1)) {
            count++;
        }
        return count;
    }

    /** The id of an event: a random UUID (version 4). */
    String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
