package vaiwg.statistics.verdict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.reference.Theme;

/**
 * Makes matters of the figures that ask their owner: by what they have in common, the concern, whether it became better or worse, and the
 * theme. Volumes of all themes are one matter; so are a total and the theme that moved it, a theme and its policing areas, the themes of one
 * policing area, three policing areas or more, and figures of which one contains what the other counts.
 *
 * @param cutOff the midnight, by the day that it begins
 */
public record Matters(String force, int cutOff) {
    private record Key(List<String> areas, String theme, String concern, Movement movement) {}

    private static final int SEVERAL = 3;

    /**
     * What is said of figures, once it is known which matters they make.
     *
     * @param verdicts in the order in which they were given: a figure that a matter to act on holds is to be acted on
     * @param matters act before watch, the oldest first
     */
    public record Decided(List<SeriesVerdict> verdicts, List<Matter> matters) {}

    public Decided decide(List<SeriesVerdict> verdicts) {
        List<Matter> matters = of(verdicts);
        Map<Integer, SeriesVerdict> held = matters.stream()
                .flatMap(Matter::figures)
                .collect(Collectors.toMap(SeriesVerdict::slot, one -> one, (one, other) -> one));
        return new Decided(
                verdicts.stream().map(one -> held.getOrDefault(one.slot(), one)).toList(), matters);
    }

    /** Act before watch, the oldest first. */
    public List<Matter> of(List<SeriesVerdict> verdicts) {
        Map<Key, List<SeriesVerdict>> groups = new LinkedHashMap<>();
        List<SeriesVerdict> asking =
                verdicts.stream().filter(one -> one.verdict().state().asks()).toList();
        asking.stream()
                .filter(one -> one.lpa().isEmpty())
                .forEach(one -> add(groups, key(one, List.of(), commonTheme(one)), one));
        joinVolumes(groups);
        joinTotals(groups);
        asking.stream().filter(one -> !one.lpa().isEmpty()).forEach(one -> add(groups, keyOfArea(groups, one), one));
        joinAreas(groups);
        joinContained(groups);
        return groups.entrySet().stream()
                .map(group -> matter(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Matter::state)
                        .thenComparing(Matter::raised)
                        .thenComparing(Matter::id))
                .toList();
    }

    private Matter matter(Key key, List<SeriesVerdict> all) {
        SeriesVerdict main = all.stream().min(bestShown(key.theme())).orElseThrow();
        List<OpenSignal> signals = all.stream()
                .flatMap(one -> one.signals().stream())
                .filter(OpenSignal::asks)
                .sorted(Comparator.comparing(OpenSignal::raised)
                        .thenComparing(OpenSignal::since)
                        .thenComparing(OpenSignal::id))
                .toList();
        Map<Boolean, List<SeriesVerdict>> others = all.stream()
                .filter(one -> one != main)
                .collect(Collectors.partitioningBy(one -> containSameCases(main, one)));
        boolean acts = all.stream().anyMatch(one -> one.verdict().state() == Verdict.State.ACT);
        UnaryOperator<SeriesVerdict> said = one -> acts ? one.toActOn() : one;
        Optional<OpenSignal> first = signals.stream().findFirst();
        int since = first.map(OpenSignal::since)
                .orElseGet(() -> all.stream()
                        .flatMapToInt(one -> one.verdict().since().stream())
                        .min()
                        .orElse(cutOff));
        return new Matter(
                first.map(OpenSignal::id).orElseGet(() -> idOfLevel(main, since)),
                said.apply(main),
                key.areas(),
                key.theme(),
                key.movement(),
                acts ? Verdict.State.ACT : Verdict.State.WATCH,
                first.map(OpenSignal::raised).orElse(since + 1),
                since,
                first.map(OpenSignal::day).orElse(since),
                signals.stream().map(OpenSignal::id).toList(),
                others.get(false).stream().map(said).toList(),
                others.get(true).stream().map(said).toList());
    }

    /** A level that is worse has no signal; it is known by its figure and the day since which it is. */
    private String idOfLevel(SeriesVerdict main, int since) {
        String key = String.join("|", force, main.measure().slug(), main.slice(), "level", Integer.toString(since));
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(24);
    }

    /**
     * Of the whole force, not where the data is in doubt, of the theme itself, of a headline: readers know that one, and it is called the same
     * wherever it stands.
     */
    private static Comparator<SeriesVerdict> bestShown(String theme) {
        return Comparator.comparing((SeriesVerdict one) -> !one.lpa().isEmpty())
                .thenComparing(one -> one.verdict().why() == Verdict.Why.DATA)
                .thenComparing(one -> !one.theme().equals(theme))
                .thenComparing(one -> !one.measure().placement().isHeadline())
                .thenComparing(one -> one.verdict().state())
                .thenComparing(SeriesVerdict::isDaily)
                .thenComparing(one -> one.raised().orElse(Integer.MAX_VALUE))
                .thenComparing(SeriesVerdict::slot);
    }

    /** Whether a case may be counted in both: areas, and the themes that exclude one another, have no cases in common. */
    static boolean containSameCases(SeriesVerdict one, SeriesVerdict other) {
        boolean apartByArea =
                !one.lpa().isEmpty() && !other.lpa().isEmpty() && !one.lpa().equals(other.lpa());
        Optional<Theme> theme = exclusive(one);
        Optional<Theme> otherTheme = exclusive(other);
        boolean apartByTheme = theme.isPresent() && otherTheme.isPresent() && !theme.equals(otherTheme);
        boolean sameStreams = one.measure().streams().stream()
                .anyMatch(stream -> other.measure().streams().contains(stream));
        return sameStreams && !apartByArea && !apartByTheme;
    }

    private static Optional<Theme> exclusive(SeriesVerdict one) {
        return Theme.of(one.theme()).map(Theme::whole).filter(Theme.EXCLUSIVE::contains);
    }

    private static void add(Map<Key, List<SeriesVerdict>> groups, Key key, SeriesVerdict one) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }

    private static Key key(SeriesVerdict one, List<String> areas, String theme) {
        return new Key(
                areas,
                theme,
                one.measure().concern(),
                one.speaks().map(OpenSignal::movement).orElse(Movement.WORSE));
    }

    /** The areas of a theme that moved as a whole are part of that; an area that moved alone is a matter of its own. */
    private static Key keyOfArea(Map<Key, List<SeriesVerdict>> groups, SeriesVerdict one) {
        Key whole = key(one, List.of(), commonTheme(one));
        Key total = key(one, List.of(), "");
        if (groups.containsKey(whole)) {
            return whole;
        }
        return groups.containsKey(total) && areVolumes(groups.get(total)) ? total : key(one, List.of(one.lpa()), "");
    }

    private static void joinVolumes(Map<Key, List<SeriesVerdict>> groups) {
        for (Key key : List.copyOf(groups.keySet())) {
            boolean several = groups.keySet().stream()
                            .filter(other -> isAlike(other, key))
                            .count()
                    > 1;
            if (several && !key.theme().isEmpty() && areVolumes(groups.get(key))) {
                List<SeriesVerdict> moved = groups.remove(key);
                groups.computeIfAbsent(new Key(List.of(), "", key.concern(), key.movement()), k -> new ArrayList<>())
                        .addAll(moved);
            }
        }
    }

    private static void joinTotals(Map<Key, List<SeriesVerdict>> groups) {
        for (Key key : List.copyOf(groups.keySet())) {
            if (key.theme().isEmpty() && !areVolumes(groups.get(key))) {
                List<Key> themes = groups.keySet().stream()
                        .filter(other -> !other.theme().isEmpty() && isAlike(other, key))
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
    private static void joinAreas(Map<Key, List<SeriesVerdict>> groups) {
        Map<Key, List<Key>> alike = groups.keySet().stream()
                .filter(key -> !key.areas().isEmpty())
                .collect(Collectors.groupingBy(
                        key -> new Key(List.of(), "", key.concern(), key.movement()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        alike.forEach((whole, keys) -> {
            if (keys.size() >= SEVERAL) {
                List<String> areas = keys.stream()
                        .map(Key::areas)
                        .flatMap(Collection::stream)
                        .sorted()
                        .toList();
                List<SeriesVerdict> all = new ArrayList<>();
                keys.forEach(key -> all.addAll(groups.remove(key)));
                groups.put(new Key(areas, "", whole.concern(), whole.movement()), all);
            }
        });
    }

    /**
     * Where a figure counts among others all that another counts, and both moved the same way, the owner is asked once: the matter is called by
     * the figure that shows it best.
     */
    private static void joinContained(Map<Key, List<SeriesVerdict>> groups) {
        List<Key> keys = groups.keySet().stream()
                .sorted(Comparator.comparing(Key::concern))
                .toList();
        for (Key key : keys) {
            keys.stream()
                    .takeWhile(other -> !other.equals(key))
                    .filter(other -> groups.containsKey(other) && mayContain(key, other))
                    .filter(other -> shareCounted(groups.get(key), groups.get(other)))
                    .findFirst()
                    .ifPresent(other -> groups.get(other).addAll(groups.remove(key)));
        }
    }

    private static boolean mayContain(Key one, Key other) {
        return one.areas().equals(other.areas())
                && one.theme().equals(other.theme())
                && one.movement() == other.movement();
    }

    private static boolean shareCounted(List<SeriesVerdict> some, List<SeriesVerdict> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> Containment.isOneInTheOther(one, other)));
    }

    private static boolean isAlike(Key one, Key other) {
        return one.concern().equals(other.concern()) && one.movement() == other.movement();
    }

    private static boolean beganTogether(List<SeriesVerdict> some, List<SeriesVerdict> others) {
        return some.stream()
                .anyMatch(one -> others.stream()
                        .anyMatch(other ->
                                one.verdict().since().equals(other.verdict().since())));
    }

    /** Whether a total is only watched while a theme is to be acted on: it holds that theme's cases. */
    private static boolean isSeenOf(List<SeriesVerdict> theme, List<SeriesVerdict> total) {
        return theme.stream().anyMatch(one -> one.verdict().state() == Verdict.State.ACT)
                && total.stream().allMatch(one -> one.verdict().state() == Verdict.State.WATCH);
    }

    private static boolean areVolumes(List<SeriesVerdict> verdicts) {
        return verdicts.stream().allMatch(one -> one.measure().isCount());
    }

    /** Stalking and harassment apart are part of both together; all female victims are nearly all. */
    private static String commonTheme(SeriesVerdict one) {
        return Theme.of(one.theme())
                .filter(theme -> theme != Theme.VAIWG_FEMALE)
                .map(theme -> theme.whole().slug())
                .orElse("");
    }
}
