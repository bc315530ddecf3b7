package vaiwg.board.disclosure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Cells of one kind of number of one measure, basis, window and day, by slice: what adds up. */
final class SliceCells {
    private final Counts counts;
    private final Map<String, Map<SliceKey, Integer>> cells = new LinkedHashMap<>();
    private final Map<String, Set<SliceKey>> hidden = new LinkedHashMap<>();

    SliceCells(Counts counts) {
        this.counts = counts;
    }

    void add(String kind, SliceKey slice, int cell) {
        cells.computeIfAbsent(kind, of -> new LinkedHashMap<>()).putIfAbsent(slice, cell);
    }

    /** A slice whose number the database has withheld already: there is one, below five. */
    void addHidden(String kind, SliceKey slice) {
        hidden.computeIfAbsent(kind, of -> new LinkedHashSet<>()).add(slice);
    }

    /** The kinds of which there are cells so far. */
    Stream<String> kinds() {
        return cells.keySet().stream();
    }

    /** The cells of a kind that are there so far. */
    Map<SliceKey, Integer> of(String kind) {
        return cells.getOrDefault(kind, Map.of());
    }

    /** Adds what the slices say of each other, when all are there. */
    void relate() {
        hidden.forEach(this::withheldBefore);
        cells.values().forEach(bySlice -> SliceRelations.add(counts, bySlice));
    }

    /** What the database withheld is not known here either: it is taken for what is left of its whole, if that is as little. */
    private void withheldBefore(String kind, Set<SliceKey> slices) {
        Map<SliceKey, Integer> shown = cells.getOrDefault(kind, new LinkedHashMap<>());
        Map<SliceKey, Integer> found = new LinkedHashMap<>();
        for (SliceKey slice : slices) {
            int number = SliceRelations.leftFor(slice, slices, shown, counts);
            found.put(slice, counts.cell("withheld " + kind + "|" + slice, Math.min(number, Counts.LEAST - 1), true));
        }
        found.forEach(shown::putIfAbsent);
    }
}
