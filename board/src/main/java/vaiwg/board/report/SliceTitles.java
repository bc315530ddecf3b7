package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.reference.PlaceNames;
import vaiwg.kpis.reference.Theme;

/** Slices as the report names them. */
final class SliceTitles {
    /** The slugs of the four themes of the strategy, in its order. */
    static final List<String> THEMES = Theme.MAIN.stream().map(Theme::slug).toList();

    static final String ARCHIVE_THEME = Theme.VIOLENCE_SEXUAL.slug();

    static final String DOMESTIC_ABUSE = Theme.DOMESTIC_ABUSE.slug();

    /** Policing areas by name, what has none last. */
    static final Comparator<String> AREAS =
            Comparator.<String, Boolean>comparing(Slice.UNKNOWN::equals).thenComparing(Comparator.naturalOrder());

    /** Other values of slices than themes, where their words are not those of the slug. */
    private static final Map<String, String> VALUES =
            Map.of("treatment", "on the programme", "control", "in the control group");

    private SliceTitles() {}

    /** The arm of a trial that a slice names, in words. */
    static Optional<String> arm(String slice) {
        return Slice.value(slice, "arm").map(arm -> VALUES.getOrDefault(arm, arm));
    }

    static String themeTitle(String theme) {
        return theme.isEmpty()
                ? "All"
                : Theme.of(theme).map(Theme::title).orElseGet(() -> ReportWords.capital(theme.replace('_', ' ')));
    }

    static String areaTitle(String lpa) {
        return ReportWords.capital(PlaceNames.ofArea(lpa));
    }

    /** "Solihull, stalking and harassment"; "All" for the total. */
    static String title(String slice) {
        if (slice.isEmpty()) {
            return "All";
        }
        List<String> parts = new ArrayList<>();
        Slice.value(slice, "lpa").ifPresent(lpa -> parts.add(areaTitle(lpa)));
        Slice.value(slice, "theme").ifPresent(theme -> {
            String title = themeTitle(theme);
            parts.add(parts.isEmpty() ? title : ReportWords.lower(title));
        });
        Slice.cuts(Slice.without(Slice.without(slice, "lpa"), "theme")).stream()
                .map(Slice::value)
                .forEach(value -> parts.add(VALUES.getOrDefault(value, value.replace('_', ' '))));
        return ReportWords.capital(String.join(", ", parts));
    }

    /** The same of a measure, of which a slice may name a value: "Fear of reprisal, rape". */
    static String title(MeasureEntry measure, String slice) {
        return title(measure.values(), slice);
    }

    /** @param values what the values of the measure's dimension are called, by the slice that names each */
    static String title(Map<String, String> values, String slice) {
        List<String> cuts = Slice.cuts(slice);
        return values.entrySet().stream()
                .filter(value -> cuts.contains(value.getKey()))
                .findFirst()
                .map(value -> {
                    String rest = Slice.without(slice, Slice.dimension(value.getKey()));
                    return rest.isEmpty() ? value.getValue() : value.getValue() + ", " + ReportWords.lower(title(rest));
                })
                .map(ReportWords::capital)
                .orElseGet(() -> title(slice));
    }

    /** What rows of tables call the value of a measure's dimension that a slice names. */
    static Optional<String> value(MeasureEntry measure, String slice) {
        List<String> cuts = Slice.cuts(slice);
        return measure.values().entrySet().stream()
                .filter(value -> cuts.contains(value.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
