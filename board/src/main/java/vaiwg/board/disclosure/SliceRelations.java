package vaiwg.board.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.reference.Theme;

/**
 * How the counts of one measure by slices bear on one another. The three themes of offences exclude one another, domestic abuse overlaps
 * with them, the total has each crime once; the values of any other dimension are parts of the slice without it.
 */
final class SliceRelations {
    private static final String THEME = "theme";

    /** Ones that overlap whatever they are of: a victim has an age and a sex. */
    private static final String CHARACTERISTIC = "characteristic";

    private static final List<String> EXCLUSIVE = slugs(Theme.EXCLUSIVE);
    private static final String OVERLAY = Theme.DOMESTIC_ABUSE.slug();
    private static final Map<String, List<String>> PARTS = Stream.of(Theme.values())
            .filter(theme -> !theme.parts().isEmpty())
            .collect(Collectors.toMap(Theme::slug, theme -> slugs(theme.parts())));

    private final Counts counts;
    private final Map<SliceKey, Integer> cells;

    private SliceRelations(Counts counts, Map<SliceKey, Integer> cells) {
        this.counts = counts;
        this.cells = cells;
    }

    /** @param cells those of one measure, basis, window and day, by slice */
    static void add(Counts counts, Map<SliceKey, Integer> cells) {
        SliceRelations relations = new SliceRelations(counts, cells);
        relations.themes();
        relations.parts();
    }

    /**
     * What is left of the smallest whole that a slice is a part of, for it alone among those withheld: 0 where there is no whole.
     *
     * @param withheld all slices without a number
     */
    static int leftFor(SliceKey slice, Set<SliceKey> withheld, Map<SliceKey, Integer> cells, Counts counts) {
        int least = Integer.MAX_VALUE;
        for (String dimension : slice.dimensions().keySet()) {
            SliceKey rest = slice.without(dimension);
            Integer whole = cells.get(rest);
            if (whole != null && !dimension.equals(CHARACTERISTIC)) {
                int left = counts.value(whole);
                int sharing = 0;
                for (SliceKey other : withheld) {
                    sharing += isBeside(other, slice, dimension) ? 1 : 0;
                }
                for (Map.Entry<SliceKey, Integer> other : cells.entrySet()) {
                    left -= isBeside(other.getKey(), slice, dimension) ? counts.value(other.getValue()) : 0;
                }
                least = Math.min(least, Math.max(0, left) / Math.max(1, sharing));
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    /** Whether two slices are parts of one whole by a dimension. */
    private static boolean isBeside(SliceKey one, SliceKey other, String dimension) {
        boolean excludes = !dimension.equals(THEME)
                || one.value(THEME).filter(EXCLUSIVE::contains).isPresent();
        return excludes
                && one.value(dimension).isPresent()
                && one.without(dimension).equals(other.without(dimension));
    }

    private void themes() {
        Map<SliceKey, Map<String, Integer>> byRest = new LinkedHashMap<>();
        cells.forEach((slice, cell) -> slice.value(THEME)
                .ifPresent(theme -> byRest.computeIfAbsent(slice.without(THEME), rest -> new TreeMap<>())
                        .put(theme, cell)));
        byRest.forEach((rest, themes) -> themes(cells.get(rest), themes));
    }

    private void themes(Integer total, Map<String, Integer> themes) {
        PARTS.forEach((theme, names) -> {
            if (themes.containsKey(theme)) {
                parts(themes.get(theme), of(themes, names));
            }
        });
        if (total == null) {
            return;
        }
        List<Integer> exclusive = of(themes, EXCLUSIVE);
        if (exclusive.size() == EXCLUSIVE.size()) {
            parts(total, exclusive);
        }
        themes.values().forEach(theme -> counts.atMost(theme, List.of(total)));
        if (exclusive.size() == EXCLUSIVE.size() && themes.containsKey(OVERLAY)) {
            List<Integer> all = new ArrayList<>(exclusive);
            all.add(themes.get(OVERLAY));
            counts.atMost(total, all);
        }
    }

    private void parts() {
        TreeSet<String> dimensions = new TreeSet<>();
        cells.keySet().forEach(slice -> dimensions.addAll(slice.dimensions().keySet()));
        dimensions.remove(THEME);
        dimensions.remove(CHARACTERISTIC);
        for (String dimension : dimensions) {
            Map<SliceKey, List<Integer>> byRest = new LinkedHashMap<>();
            cells.forEach((slice, cell) -> slice.value(dimension)
                    .ifPresent(value -> byRest.computeIfAbsent(slice.without(dimension), rest -> new ArrayList<>())
                            .add(cell)));
            byRest.forEach((rest, parts) -> {
                if (cells.containsKey(rest)) {
                    parts(cells.get(rest), parts);
                }
            });
        }
    }

    private void parts(int whole, List<Integer> parts) {
        if (parts.size() == 1) {
            counts.atMost(parts.get(0), List.of(whole));
        } else if (!parts.isEmpty()) {
            counts.parts(whole, parts);
        }
    }

    private static List<Integer> of(Map<String, Integer> themes, List<String> names) {
        return names.stream().filter(themes::containsKey).map(themes::get).toList();
    }

    private static List<String> slugs(List<Theme> themes) {
        return themes.stream().map(Theme::slug).toList();
    }
}
