package vaiwg.kpis.signatures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers, from the bits that hold from each of some days on, the days from which to which each bit holds; bits of the same days together. */
final class BitRuns {
    private static final int NOT = Integer.MIN_VALUE;

    private final int words;
    /** By bit, those of numerators before those of denominators: since which day it holds, or {@link #NOT}. */
    private final int[] since;

    private final Map<Run, long[]> runs = new LinkedHashMap<>();

    /** Days from one to before another. */
    private record Run(int from, int to) {}

    /** Receives the bits that hold from one day to before another. */
    interface RunConsumer {
        void accept(int from, int to, long[] part, long[] whole);
    }

    /** @param words how many words of bits numerators have, and denominators */
    BitRuns(int words) {
        this.words = words;
        this.since = new int[2 * words * Long.SIZE];
        Arrays.fill(since, NOT);
    }

    /** Says which bits hold from a day on; days come in ascending order, and on the last of them none holds. */
    void turn(int day, long[] part, long[] whole) {
        for (int word = 0; word < words; word++) {
            turn(day, part[word], word);
            turn(day, whole[word], words + word);
        }
    }

    private void turn(int day, long bits, int word) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            int place = word * Long.SIZE + bit;
            boolean holds = (bits >>> bit & 1) != 0;
            if (holds && since[place] == NOT) {
                since[place] = day;
            } else if (!holds && since[place] != NOT) {
                runs.computeIfAbsent(new Run(since[place], day), run -> new long[2 * words])[word] |= 1L << bit;
                since[place] = NOT;
            }
        }
    }

    void forEach(RunConsumer consumer) {
        runs.forEach((run, bits) -> consumer.accept(
                run.from, run.to, Arrays.copyOf(bits, words), Arrays.copyOfRange(bits, words, 2 * words)));
    }
}
