package vaiwg.kpis.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private record Group(int whole, List<FigureKey> parts) {}

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
            for (String dimension : figure.dimensions().keySet()) {
                whole(figure, dimension).ifPresent(whole -> add(dimension + " of " + whole, places.get(whole), figure));
                if (shared.contains(dimension)) {
                    add(dimension + " of " + figure.without(dimension), -1, figure);
                }
            }
            Optional.ofNullable(oldestOf.get(figure.measure()))
                    .map(count -> places.get(figure.of(count)))
                    .ifPresent(count -> add("oldest of " + count, count, figure));
        }
    }

    List<Suppression.Whole> all() {
        return groups.values().stream()
                .map(group -> new Suppression.Whole(
                        group.whole(),
                        group.parts().stream().sorted().mapToInt(places::get).toArray()))
                .toList();
    }

    private void add(String name, int whole, FigureKey part) {
        groups.computeIfAbsent(name, of -> new Group(whole, new ArrayList<>()))
                .parts()
                .add(part);
    }

    /** The figure that one is a part of by a dimension, where there is one. */
    private Optional<FigureKey> whole(FigureKey figure, String dimension) {
        SortedMap<String, String> dimensions = figure.dimensions();
        Optional<Theme> theme = Theme.of(dimensions.remove(dimension)).filter(of -> dimension.equals(THEME));
        boolean overlaps = dimension.equals(THEME)
                && theme.map(Theme::whole).filter(Theme.EXCLUSIVE::contains).isEmpty();
        if (overlaps || OVERLAPPING.contains(dimension)) {
            return Optional.empty();
        }
        theme.map(Theme::whole)
                .filter(whole -> whole != theme.get())
                .ifPresent(whole -> dimensions.put(THEME, whole.slug()));
        return Optional.of(figure.of(dimensions)).filter(places::containsKey);
    }
}
