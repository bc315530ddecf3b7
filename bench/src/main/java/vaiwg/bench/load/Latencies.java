package vaiwg.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From when probes were sent, and from how many of them were seen in all, how long each was on its way. Probes that overtake one another
 * are not told apart: the spread is that of a queue in order. Safe for several threads.
 */
final class Latencies {
    private final List<Long> sent = new ArrayList<>();
    private final List<Long> millis = new ArrayList<>();

    synchronized void sent(long now) {
        sent.add(now);
    }

    /** @param count how many are seen by now */
    synchronized void seen(long count, long now) {
        while (millis.size() < Math.min(count, sent.size())) {
            millis.add(now - sent.get(millis.size()));
        }
    }

    /** How many were seen. */
    synchronized int count() {
        return millis.size();
    }

    /** How many were sent. */
    synchronized int sentCount() {
        return sent.size();
    }

    /** Those of the probes from a number on, in ascending order. */
    synchronized long[] from(int first) {
        return millis.stream().skip(first).mapToLong(Long::longValue).sorted().toArray();
    }

    /** The value below which so many of 100 lie (nearest rank); 0 of none. */
    static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    static long most(long[] sorted) {
        return Arrays.stream(sorted).max().orElse(0);
    }
}
