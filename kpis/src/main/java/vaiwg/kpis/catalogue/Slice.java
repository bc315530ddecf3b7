package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.reference.Theme;

/**
 * Takes apart and puts together the text of a slice, as in the tables: a cut such as {@code theme=rape} for each of its dimensions, dimensions
 * in order, joined by {@code ;}. It is empty for the total.
 */
public final class Slice {
    /** The value of what is not on record: a slice like any other, so that parts add up. */
    public static final String UNKNOWN = "unknown";

    private static final String THEME = "theme";
    private static final String SEX = "sex";
    private static final String FEMALE = "female";
    private static final String BETWEEN = ";";

    /** By what a slice is finer than a theme, or another figure than that of all. */
    private static final Set<String> FINER = Set.of(
            "lpa",
            SEX,
            "age",
            "ethnicity",
            "disability",
            "route",
            "relationship",
            "day",
            "time",
            "arm",
            "characteristic");

    private Slice() {}

    /** The slice of one cut. */
    public static String of(String dimension, String value) {
        return dimension + '=' + value;
    }

    /** The slice of dimensions and their values, sorted by dimension. */
    public static String of(Map<String, String> dimensions) {
        return dimensions.entrySet().stream()
                .map(cut -> of(cut.getKey(), cut.getValue()))
                .collect(Collectors.joining(BETWEEN));
    }

    /** The slice of a theme's slug; the total of the empty one. */
    public static String ofTheme(String theme) {
        return theme.isEmpty() ? "" : of(THEME, theme);
    }

    /** The slice of women and girls within that of all victims. */
    public static String ofWomen(String slice) {
        return both(slice, theme(slice).isEmpty() ? ofTheme(Theme.VAIWG_FEMALE.slug()) : of(SEX, FEMALE));
    }

    /** The slice of what is in both, which are cut by different dimensions. */
    public static String both(String one, String other) {
        return Stream.of(one, other)
                .flatMap(slice -> cuts(slice).stream())
                .sorted()
                .collect(Collectors.joining(BETWEEN));
    }

    /** The slice of all values of a dimension. */
    public static String without(String slice, String dimension) {
        return cuts(slice).stream()
                .filter(cut -> !dimension(cut).equals(dimension))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Its cuts, {@code theme=rape} each; none of the total. */
    public static List<String> cuts(String slice) {
        return slice.isEmpty() ? List.of() : List.of(slice.split(BETWEEN, -1));
    }

    /** Its dimensions and their values; none of the total. */
    public static SortedMap<String, String> dimensions(String slice) {
        SortedMap<String, String> dimensions = new TreeMap<>();
        cuts(slice).forEach(cut -> dimensions.put(dimension(cut), value(cut)));
        return dimensions;
    }

    public static String dimension(String cut) {
        return cut.split("=", 2)[0];
    }

    public static String value(String cut) {
        return cut.substring(cut.indexOf('=') + 1);
    }

    /** The value of a dimension, such as {@code rape} of {@code lpa=coventry;theme=rape}; empty where it is not cut by that. */
    public static Optional<String> value(String slice, String dimension) {
        String text = BETWEEN + slice + BETWEEN;
        String cut = BETWEEN + of(dimension, "");
        int begin = text.indexOf(cut) + cut.length();
        return text.contains(cut) ? Optional.of(text.substring(begin, text.indexOf(BETWEEN, begin))) : Optional.empty();
    }

    /** The slug of its theme; empty where it is not cut by themes. */
    public static String theme(String slice) {
        return value(slice, THEME).orElse("");
    }

    public static boolean isOfWomen(String slice) {
        return value(slice, SEX).equals(Optional.of(FEMALE));
    }

    /** Whether a slice is finer than the total or a theme, of a value of its measure's dimension or not: such are kept of fewer days. */
    public static boolean isFinerThanThemes(String slice) {
        return cuts(slice).stream().map(Slice::dimension).anyMatch(FINER::contains);
    }
}
