package vaiwg.kpis.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.reference.Theme;

/**
 * What figures are parts of: those of a value of a dimension of the slice without it, those of themes that exclude one another of all,
 * those of values that share out a whole of that, though it is no figure, and the age of the oldest of the count of what it is the oldest of.
 */
final class Wholes {
    private static final String THEME = "theme";

    /** Values of these overlap: a victim has an age and a sex. */
    private static final List<String> OVERLAPPING = List.of("characteristic");

    private final Map<FigureKey, Integer> places = new HashMap<>();
    /** By slice: many figures have the same. */
    private final Map<String, List<Cut>> cuts = new HashMap<>();

    private final Map<Name, Group> groups = new LinkedHashMap<>();

    private record Group(int whole, List<FigureKey> parts) {}

    /** What the parts of a group share. */
    private record Name(String relation, FigureKey whole) {}

    /**
     * A slice without one of its dimensions.
     *
     * @param whole the slice that it is a part of by the dimension; empty where it overlaps with others
     */
    private record Cut(String dimension, String without, Optional<String> whole) {}

    /**
     * Finds them.
     *
     * @param figures each once
     * @param oldestOf by measure: what counts the cases of which it is the age of the oldest
     * @param shared the dimensions whose values share out a whole
     */
    Wholes(List<FigureKey> figures, Map<String, String> oldestOf, Set<String> shared) {
        figures.forEach(figure -> places.put(figure, places.size()));
        for (FigureKey figure : figures) {
            for (Cut cut : cuts.computeIfAbsent(figure.slice(), Wholes::cuts)) {
                cut.whole()
                        .map(figure::ofSlice)
                        .ifPresent(whole -> add(cut.dimension(), whole, figure, places.get(whole)));
                FigureKey without = figure.ofSlice(cut.without());
                if (shared.contains(cut.dimension()) && !places.containsKey(without)) {
                    groups.computeIfAbsent(new Name(cut.dimension(), without), of -> new Group(-1, new ArrayList<>()))
                            .parts()
                            .add(figure);
                }
            }
            if (oldestOf.containsKey(figure.measure())) {
                FigureKey count = figure.of(oldestOf.get(figure.measure()));
                add("oldest", count, figure, places.get(count));
            }
        }
    }

    List<Suppression.Whole> all() {
        return groups.values().stream()
                .map(group -> new Suppression.Whole(
                        group.whole(),
                        group.parts().stream().sorted().mapToInt(places::get).toArray()))
                .toList();
    }

    /** @param place of the whole; null where it is no figure */
    private void add(String relation, FigureKey whole, FigureKey part, Integer place) {
        if (place != null) {
            groups.computeIfAbsent(new Name(relation, whole), of -> new Group(place, new ArrayList<>()))
                    .parts()
                    .add(part);
        }
    }

    private static List<Cut> cuts(String slice) {
        return Slice.dimensions(slice).keySet().stream()
                .map(dimension -> new Cut(dimension, Slice.without(slice, dimension), whole(slice, dimension)))
                .toList();
    }

    /** The slice that one's is a part of by a dimension, where there is one. */
    private static Optional<String> whole(String slice, String dimension) {
        SortedMap<String, String> dimensions = Slice.dimensions(slice);
        Optional<Theme> theme = Theme.of(dimensions.remove(dimension)).filter(of -> dimension.equals(THEME));
        boolean overlaps = dimension.equals(THEME)
                && theme.map(Theme::whole).filter(Theme.EXCLUSIVE::contains).isEmpty();
        if (overlaps || OVERLAPPING.contains(dimension)) {
            return Optional.empty();
        }
        theme.map(Theme::whole)
                .filter(whole -> whole != theme.get())
                .ifPresent(whole -> dimensions.put(THEME, whole.slug()));
        return Optional.of(Slice.of(dimensions));
    }
}
