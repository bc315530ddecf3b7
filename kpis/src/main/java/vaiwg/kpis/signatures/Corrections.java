package vaiwg.kpis.signatures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers, from how much is to be added to each bit's column from each of some days on, the runs of days on which one is to be added, or
 * taken away; bits of the same days together. What began first ends first, so that a further crime of a person leaves the runs of the
 * earlier ones what they are.
 */
final class Corrections {
    private final int words;
    private final int[] now;
    /** By bit; null of one that never needed any, as most do not. */
    private final List<Deque<Integer>> begun;

    private final Map<Run, List<long[]>> runs = new LinkedHashMap<>();

    /** Days from one to before another; whether one is taken away on them. */
    private record Run(int from, int to, boolean less) {}

    /** Receives the bits that hold from one day to before another. */
    interface RunConsumer {
        void accept(int from, int to, boolean less, long[] part, long[] whole);
    }

    /** @param words how many words of bits numerators have, and denominators; those of numerators come first */
    Corrections(int words) {
        this.words = words;
        this.now = new int[2 * words * Long.SIZE];
        this.begun = new ArrayList<>(Collections.nCopies(now.length, null));
    }

    /** Says how much is to be added to a bit's column from a day on; days come in ascending order, and end with 0. */
    void turn(int day, int bit, int amount) {
        int before = now[bit];
        if (before == amount) {
            return;
        }
        if (before != 0 && (before > 0) != (amount > 0)) {
            turn(day, bit, 0, before);
            before = 0;
        }
        turn(day, bit, amount, before);
        now[bit] = amount;
    }

    /** Between amounts of one sign. */
    private void turn(int day, int bit, int amount, int before) {
        Deque<Integer> open = begun.get(bit);
        if (open == null) {
            open = new ArrayDeque<>();
            begun.set(bit, open);
        }
        for (int more = Math.abs(amount) - Math.abs(before); more > 0; more--) {
            open.add(day);
        }
        for (int less = Math.abs(before) - Math.abs(amount); less > 0; less--) {
            add(new Run(open.remove(), day, before < 0), bit);
        }
    }

    private void add(Run run, int bit) {
        List<long[]> alike = runs.computeIfAbsent(run, days -> new ArrayList<>(1));
        for (long[] bits : alike) {
            if ((bits[bit >>> 6] >>> bit & 1) == 0) {
                bits[bit >>> 6] |= 1L << bit;
                return;
            }
        }
        long[] bits = new long[2 * words];
        bits[bit >>> 6] |= 1L << bit;
        alike.add(bits);
    }

    void forEach(RunConsumer consumer) {
        runs.forEach((run, alike) -> {
            for (long[] bits : alike) {
                long[] part = new long[words];
                long[] whole = new long[words];
                System.arraycopy(bits, 0, part, 0, words);
                System.arraycopy(bits, words, whole, 0, words);
                consumer.accept(run.from, run.to, run.less, part, whole);
            }
        });
    }
}
