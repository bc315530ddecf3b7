package vaiwg.verification.mutation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The figures of one force, so small that they can be held for many: of each measure, basis and window one number that stands for all
 * of its rows, whatever their order, and the estimates row by row. Two that are equal come from equal rows.
 */
public final class FigureSums {
    /** Stands for the denominator of a count. */
    public static final int NONE = -1;

    /** Two ways of calculating an estimate differ in the last digits. */
    private static final double DIGITS = 1e-9;

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_STEP = 0x100000001b3L;

    private final Map<String, Long> sums = new HashMap<>();
    private final Map<String, Map<String, double[]>> estimates = new HashMap<>();

    /** The name of what is compared as one: rows of a window, revised days where it is empty. */
    public static String key(String measure, String basis, String window) {
        return measure + ' ' + basis + ' ' + window;
    }

    /** @param day of the snapshot or, where there is no window, the revised day */
    public void add(String key, String slice, long day, int numerator, int denominator) {
        sums.merge(key, row(hash(slice), day, numerator, denominator), Long::sum);
    }

    public void add(String key, long slice, long day, int numerator, int denominator) {
        sums.merge(key, row(slice, day, numerator, denominator), Long::sum);
    }

    public void addEstimate(String key, String row, double... numbers) {
        estimates.computeIfAbsent(key, none -> new HashMap<>()).put(row, numbers);
    }

    /** Whether what is named by some keys is other than in {@code others}. */
    boolean differ(FigureSums others, Set<String> keys) {
        for (String key : keys) {
            if (!sums.getOrDefault(key, 0L).equals(others.sums.getOrDefault(key, 0L))
                    || differ(estimates.getOrDefault(key, Map.of()), others.estimates.getOrDefault(key, Map.of()))) {
                return true;
            }
        }
        return false;
    }

    /** All keys under which there is anything. */
    Set<String> keys() {
        Set<String> all = new HashSet<>(sums.keySet());
        all.addAll(estimates.keySet());
        return all;
    }

    private static boolean differ(Map<String, double[]> ours, Map<String, double[]> theirs) {
        if (!ours.keySet().equals(theirs.keySet())) {
            return true;
        }
        for (Map.Entry<String, double[]> row : ours.entrySet()) {
            double[] other = theirs.get(row.getKey());
            for (int i = 0; i < other.length; i++) {
                if (Math.abs(row.getValue()[i] - other[i]) > DIGITS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 64-bit FNV-1a of a text. */
    public static long hash(String text) {
        long hash = FNV_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_STEP;
        }
        return hash;
    }

    private static long row(long slice, long day, int numerator, int denominator) {
        return mixed(mixed(mixed(slice + day) + numerator) + denominator);
    }

    /** The finaliser of SplitMix64: every bit of the number moves every bit of the result. */
    public static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
