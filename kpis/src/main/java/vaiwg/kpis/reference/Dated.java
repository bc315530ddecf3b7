package vaiwg.kpis.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Numbers that count from their day on until the next of the same key; before the first nothing is known. */
final class Dated<K> {
    private final Map<K, NavigableMap<Integer, Integer>> numbers = new HashMap<>();

    /** False where there was one from that day on. */
    boolean add(K key, int day, int number) {
        return numbers.computeIfAbsent(key, any -> new TreeMap<>()).put(day, number) == null;
    }

    Optional<Integer> on(K key, int day) {
        return Optional.ofNullable(numbers.get(key))
                .map(byDay -> byDay.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }
}
