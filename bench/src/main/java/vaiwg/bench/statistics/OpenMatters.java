package vaiwg.bench.statistics;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.kpis.reference.Theme;
import vaiwg.statistics.signals.Signal;

/**
 * The signals of a force that are open, grouped into matters as dashboards group them (decision 0103): by concern, movement and theme; a total
 * takes in its themes, but for one in which more is certain, and is part of one that is to be acted on while it is only watched itself.
 */
final class OpenMatters {
    private final Map<String, Open> open = new HashMap<>();
    private Set<String> known = Set.of();

    /** @param theme empty for the total; stalking and harassment are their common theme */
    private record Open(
            String concern, Movement movement, boolean total, String theme, boolean ofArea, Signal.State state) {
        boolean act() {
            return state == Signal.State.ACT;
        }

        String moved() {
            return concern + ' ' + movement;
        }
    }

    void take(Measure measure, Signal signal) {
        if (!signal.change().stands()) {
            open.remove(signal.id(""));
            return;
        }
        Map<String, String> dimensions = SliceRows.dimensions(signal.slice());
        String theme = Optional.ofNullable(dimensions.get("theme"))
                .flatMap(Theme::of)
                .map(own -> own.whole().slug())
                .orElse("");
        open.put(
                signal.id(""),
                new Open(
                        measure.concern(),
                        signal.basis().equals(Basis.STOCK.slug())
                                ? Movement.ofStock(measure.direction(), signal.amount(), signal.observed())
                                : Movement.of(measure.direction(), signal.amount()),
                        signal.slice().isEmpty(),
                        theme,
                        dimensions.containsKey("lpa"),
                        signal.state()));
    }

    /** How many matters are open that were not when this was asked last. */
    int begun() {
        Set<String> now = new HashSet<>();
        open.values().stream()
                .collect(Collectors.groupingBy(Open::moved))
                .forEach((moved, signals) -> signals.forEach(signal -> now.add(moved + matter(signal, signals))));
        int begun = (int) now.stream().filter(matter -> !known.contains(matter)).count();
        known = now;
        return begun;
    }

    /** The theme of the matter that a signal belongs to. */
    private static String matter(Open signal, Collection<Open> moved) {
        boolean onlyWatched = moved.stream().filter(Open::total).allMatch(other -> other.state == Signal.State.WATCH);
        Optional<String> toActOn = moved.stream()
                .filter(other -> other.act() && !other.theme.isEmpty() && !other.ofArea)
                .map(Open::theme)
                .min(Comparator.naturalOrder());
        if (onlyWatched && toActOn.isPresent()) {
            return signal.total ? toActOn.get() : signal.theme;
        }
        boolean total = moved.stream().anyMatch(Open::total);
        boolean sureTotal = moved.stream().anyMatch(other -> other.total && other.act());
        boolean sureTheme = moved.stream().anyMatch(other -> other.act() && other.theme.equals(signal.theme));
        return sureTotal || total && !sureTheme ? "" : signal.theme;
    }
}
