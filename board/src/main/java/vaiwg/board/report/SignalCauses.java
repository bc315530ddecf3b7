package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureDictionary;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.SignalChange;
import vaiwg.board.figures.SignalCourse;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.reference.Theme;

/**
 * Groups signals by what they have in common: the concern, whether it became better or worse, and the theme. All of them are open, so
 * they share the newest weeks. Volumes of all themes are one cause; so are a total and the theme that moved it, a theme and its
 * policing areas, the themes of one policing area, and three policing areas or more.
 */
final class SignalCauses {
    private record Key(List<String> areas, String theme, String concern, Movement movement) {}

    private static final int SEVERAL = 3;

    private final MeasureDictionary dictionary;

    SignalCauses(MeasureDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** @param signals of measures that the dictionary has; others are left out */
    List<SignalCause> group(List<SignalCourse> signals) {
        Map<Key, List<SignalCourse>> groups = new LinkedHashMap<>();
        Predicate<SignalCourse> ofArea =
                signal -> Slices.part(signal.key().slice(), "lpa").isPresent();
        signals.stream().filter(ofArea.negate()).forEach(signal -> add(groups, key(signal), signal));
        joinVolumes(groups);
        joinTotals(groups);
        signals.stream().filter(ofArea).forEach(signal -> add(groups, keyOfArea(groups, signal), signal));
        joinAreas(groups);
        return groups.entrySet().stream()
                .map(group -> new SignalCause(
                        group.getKey().areas(),
                        group.getKey().theme(),
                        group.getKey().concern(),
                        group.getKey().movement(),
                        List.copyOf(group.getValue())))
                .toList();
    }

    private void add(Map<Key, List<SignalCourse>> groups, Optional<Key> key, SignalCourse signal) {
        key.ifPresent(present ->
                groups.computeIfAbsent(present, k -> new ArrayList<>()).add(signal));
    }

    private Optional<Key> key(SignalCourse signal) {
        return dictionary
                .find(signal.key().kpi())
                .map(measure ->
                        new Key(List.of(), theme(signal.key().slice()), measure.concern(), movement(signal, measure)));
    }

    /** The areas of a theme that moved as a whole are part of that; an area that moved alone is a cause of its own. */
    private Optional<Key> keyOfArea(Map<Key, List<SignalCourse>> groups, SignalCourse signal) {
        return key(signal).map(whole -> {
            Key total = new Key(List.of(), "", whole.concern(), whole.movement());
            if (groups.containsKey(whole)) {
                return whole;
            }
            if (groups.containsKey(total) && isVolume(groups.get(total))) {
                return total;
            }
            String lpa = Slices.part(signal.key().slice(), "lpa").orElseThrow();
            return new Key(List.of(lpa), "", whole.concern(), whole.movement());
        });
    }

    private void joinVolumes(Map<Key, List<SignalCourse>> groups) {
        for (Key key : List.copyOf(groups.keySet())) {
            Key total = new Key(List.of(), "", key.concern(), key.movement());
            boolean several = groups.keySet().stream()
                            .filter(other ->
                                    other.concern().equals(key.concern()) && other.movement() == key.movement())
                            .count()
                    > 1;
            if (several && !key.theme().isEmpty() && isVolume(groups.get(key))) {
                List<SignalCourse> moved = groups.remove(key);
                groups.computeIfAbsent(total, k -> new ArrayList<>()).addAll(moved);
            }
        }
    }

    private void joinTotals(Map<Key, List<SignalCourse>> groups) {
        for (Key key : List.copyOf(groups.keySet())) {
            if (key.theme().isEmpty() && !isVolume(groups.get(key))) {
                List<Key> themes = groups.keySet().stream()
                        .filter(other -> !other.theme().isEmpty()
                                && other.concern().equals(key.concern())
                                && other.movement() == key.movement())
                        .sorted(Comparator.comparing(Key::theme))
                        .toList();
                themes.stream()
                        .filter(theme -> beganTogether(groups.get(theme), groups.get(key)))
                        .findFirst()
                        .or(() -> themes.stream()
                                .filter(theme -> isSeenOf(groups.get(theme), groups.get(key)))
                                .findFirst())
                        .ifPresent(theme -> groups.get(theme).addAll(groups.remove(key)));
            }
        }
    }

    /** Where three policing areas or more show the same, it is not a matter of each. */
    private static void joinAreas(Map<Key, List<SignalCourse>> groups) {
        Map<Key, List<Key>> alike = groups.keySet().stream()
                .filter(key -> !key.areas().isEmpty())
                .collect(Collectors.groupingBy(
                        key -> new Key(List.of(), "", key.concern(), key.movement()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        alike.forEach((whole, keys) -> {
            if (keys.size() >= SEVERAL) {
                List<String> areas = keys.stream()
                        .flatMap(key -> key.areas().stream())
                        .sorted()
                        .toList();
                List<SignalCourse> signals = new ArrayList<>();
                keys.forEach(key -> signals.addAll(groups.remove(key)));
                groups.put(new Key(areas, "", whole.concern(), whole.movement()), signals);
            }
        });
    }

    private static boolean beganTogether(List<SignalCourse> some, List<SignalCourse> others) {
        return some.stream()
                .anyMatch(one -> others.stream()
                        .anyMatch(other ->
                                one.first().since().equals(other.first().since())));
    }

    /** Whether a total is only watched while a theme is to be acted on: it holds that theme's cases. */
    private static boolean isSeenOf(List<SignalCourse> theme, List<SignalCourse> total) {
        return theme.stream().anyMatch(signal -> signal.newest().state().equals("act"))
                && total.stream().allMatch(signal -> signal.newest().state().equals("watch"));
    }

    private boolean isVolume(List<SignalCourse> signals) {
        return signals.stream()
                .allMatch(signal -> dictionary
                        .find(signal.key().kpi())
                        .filter(measure -> measure.kind() == MeasureEntry.Kind.COUNT)
                        .isPresent());
    }

    /** Stalking and harassment apart are part of both together; all female victims are nearly all. */
    private static String theme(String slice) {
        return Theme.of(Slices.theme(slice))
                .filter(theme -> theme != Theme.VAIWG_FEMALE)
                .map(theme -> theme.whole().slug())
                .orElse("");
    }

    static Movement movement(SignalCourse signal, MeasureEntry measure) {
        Direction good = Figures.better(measure).direction();
        return isOfStock(signal)
                ? Movement.ofStock(good, moved(signal), signal.evidence().observed())
                : Movement.of(good, moved(signal));
    }

    private static boolean isOfStock(SignalCourse signal) {
        return signal.key().basis().equals("stock");
    }

    /** Whether a stock rose by less than usual, or fell by less. */
    static boolean isByLess(SignalCourse signal) {
        return isOfStock(signal) && moved(signal) * signal.evidence().observed() <= 0;
    }

    /** The way in which the figure moved: 1 for up, -1 for down. */
    static int moved(SignalCourse signal) {
        SignalChange evidence = signal.evidence();
        int side = evidence.period().map(ChartedPeriod::figureSide).orElse(0);
        return side != 0 ? side : evidence.observed() >= evidence.expected() ? 1 : -1;
    }
}
