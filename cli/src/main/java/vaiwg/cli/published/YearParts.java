package vaiwg.cli.published;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Of which years a table has all parts: one of which a quarter or a month is missing is none. */
final class YearParts {
    private final Map<Period, Set<String>> there = new HashMap<>();
    private final Map<Period, Integer> all = new HashMap<>();

    void add(Period.Part part) {
        there.computeIfAbsent(part.year(), any -> new TreeSet<>()).add(part.name());
        all.put(part.year(), part.of());
    }

    boolean isWhole(Period year) {
        return there.getOrDefault(year, Set.of()).size() == all.getOrDefault(year, 0);
    }
}
