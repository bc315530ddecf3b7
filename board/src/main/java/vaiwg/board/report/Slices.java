package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.kpis.reference.Theme;

/** Slices as people call them. */
final class Slices {
    /** The slugs of the four themes of the strategy, in its order. */
    static final List<String> THEMES = Theme.MAIN.stream().map(Theme::slug).toList();

    static final String ARCHIVE_THEME = Theme.VIOLENCE_SEXUAL.slug();

    static final String DOMESTIC_ABUSE = Theme.DOMESTIC_ABUSE.slug();

    static final String UNKNOWN = "unknown";

    /** Policing areas by name, what has none last. */
    static final Comparator<String> AREAS =
            Comparator.<String, Boolean>comparing(UNKNOWN::equals).thenComparing(Comparator.naturalOrder());

    private static final String FEMALE = "sex=female";

    /** Other values of slices than themes, where their words are not those of the slug. */
    private static final Map<String, String> VALUES =
            Map.of("treatment", "on the programme", "control", "in the control group");

    /** By what a slice is finer than a theme, or another figure than that of all. */
    private static final Set<String> FINER = Set.of(
            "lpa",
            "sex",
            "age",
            "ethnicity",
            "disability",
            "route",
            "relationship",
            "day",
            "time",
            "arm",
            "characteristic");

    private Slices() {}

    static String ofTheme(String theme) {
        return theme.isEmpty() ? "" : "theme=" + theme;
    }

    /** The value of a dimension of a slice, such as {@code rape} of {@code lpa=coventry;theme=rape}. */
    static Optional<String> part(String slice, String dimension) {
        for (String cut : slice.split(";", -1)) {
            if (cut.startsWith(dimension + "=")) {
                return Optional.of(cut.substring(dimension.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** Whether a slice is finer than the total or a theme, of a value of its measure's dimension or not: such are kept of fewer days. */
    static boolean isFinerThanThemes(String slice) {
        return FINER.stream().anyMatch(key -> part(slice, key).isPresent());
    }

    /** The slice of women and girls within that of all victims. */
    static String ofWomen(String slice) {
        return both(slice, theme(slice).isEmpty() ? ofTheme(Theme.VAIWG_FEMALE.slug()) : FEMALE);
    }

    /** Whether a slice is cut by nothing but a theme, a value of its measure's dimension, and women and girls. */
    static boolean isOfWomen(String slice) {
        return part(slice, "sex").equals(Optional.of("female"));
    }

    /** The arm of a trial that a slice names, in words. */
    static Optional<String> arm(String slice) {
        return part(slice, "arm").map(arm -> VALUES.getOrDefault(arm, arm));
    }

    static String theme(String slice) {
        return part(slice, "theme").orElse("");
    }

    static String themeTitle(String theme) {
        return theme.isEmpty()
                ? "All"
                : Theme.of(theme).map(Theme::title).orElseGet(() -> ReportWords.capital(theme.replace('_', ' ')));
    }

    static String areaTitle(String lpa) {
        return lpa.equals(UNKNOWN) ? "Area not known" : ReportWords.capital(lpa.replace('_', ' '));
    }

    /** "Solihull, stalking and harassment"; "All" for the total. */
    static String title(String slice) {
        if (slice.isEmpty()) {
            return "All";
        }
        List<String> parts = new ArrayList<>();
        part(slice, "lpa").ifPresent(lpa -> parts.add(areaTitle(lpa)));
        part(slice, "theme").ifPresent(theme -> {
            String title = themeTitle(theme);
            parts.add(parts.isEmpty() ? title : ReportWords.lower(title));
        });
        for (String cut : slice.split(";", -1)) {
            if (!cut.startsWith("lpa=") && !cut.startsWith("theme=")) {
                String value = cut.substring(cut.indexOf('=') + 1);
                parts.add(VALUES.getOrDefault(value, value.replace('_', ' ')));
            }
        }
        return ReportWords.capital(String.join(", ", parts));
    }

    /** The same of a measure, of which a slice may name a value: "Fear of reprisal, rape". */
    static String title(MeasureEntry measure, String slice) {
        return title(measure.values(), slice);
    }

    /** @param values what the values of the measure's dimension are called, by the slice that names each */
    static String title(Map<String, String> values, String slice) {
        List<String> cuts = new ArrayList<>(List.of(slice.split(";", -1)));
        Optional<String> named = values.keySet().stream().filter(cuts::remove).findFirst();
        String rest = String.join(";", cuts);
        return named.map(values::get)
                .map(value -> rest.isEmpty() ? value : value + ", " + ReportWords.lower(title(rest)))
                .map(ReportWords::capital)
                .orElseGet(() -> title(slice));
    }

    /** What rows of tables call the value of a measure's dimension that a slice names. */
    static Optional<String> value(MeasureEntry measure, String slice) {
        List<String> cuts = List.of(slice.split(";", -1));
        return measure.values().entrySet().stream()
                .filter(value -> cuts.contains(value.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The slice of what is in both; the keys of a slice are in order. */
    static String both(String one, String other) {
        return Stream.of(one, other)
                .flatMap(slice -> Stream.of(slice.split(";")))
                .filter(cut -> !cut.isEmpty())
                .sorted()
                .collect(Collectors.joining(";"));
    }
}
