package vaiwg.statistics.streams;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How many records of one stream became known on each day of its last 65 weeks, and when the first came. */
final class ArrivalDays {
    /** A year before the longest span that is compared with it. */
    static final int KEPT = 52 * 7 + 13 * 7;

    private static final int NONE = Integer.MIN_VALUE;

    private final TreeMap<Integer, Integer> counts = new TreeMap<>();
    private int first = NONE;

    /** Records of a day, which may be one to come: partitions run ahead of the slowest. */
    void add(int day, int records) {
        counts.merge(day, records, Integer::sum);
        first = first == NONE ? day : Math.min(first, day);
    }

    OptionalInt firstBefore(int midnight) {
        return first == NONE || first >= midnight ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /** The newest day with records before a midnight; where there is a first. */
    int newestBefore(int midnight) {
        return counts.lowerKey(midnight);
    }

    /** The days with records from one day to another, both included. */
    NavigableMap<Integer, Integer> in(int from, int to) {
        return from > to ? new TreeMap<>() : counts.subMap(from, true, to, true);
    }

    int sum(int from, int to) {
        return in(from, to).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Forgets what no midnight from this one on asks for: of a stream that is silent its last 65 weeks are kept. */
    void forgetBefore(int midnight) {
        Integer newest = counts.lowerKey(midnight);
        if (newest != null) {
            counts.headMap(newest - KEPT, false).clear();
        }
    }

    /** For {@link #of}. */
    int[] toArray() {
        int[] stored = new int[1 + 2 * counts.size()];
        stored[0] = first;
        int at = 1;
        for (Map.Entry<Integer, Integer> day : counts.entrySet()) {
            stored[at++] = day.getKey();
            stored[at++] = day.getValue();
        }
        return stored;
    }

    static ArrivalDays of(int[] stored) {
        ArrivalDays days = new ArrivalDays();
        days.first = stored[0];
        for (int i = 1; i < stored.length; i += 2) {
            days.counts.put(stored[i], stored[i + 1]);
        }
        return days;
    }
}
