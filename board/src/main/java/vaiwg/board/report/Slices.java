package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slices as people call them. */
final class Slices {
    /** The four themes of the strategy, in its order. */
    static final List<String> THEMES = List.of("rape", "other_sexual", "stalking_harassment", "domestic_abuse");

    /** The one theme of archives. */
    static final String ARCHIVE_THEME = "violence_sexual";

    static final String DOMESTIC_ABUSE = "domestic_abuse";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("", "All"),
            Map.entry("rape", "Rape"),
            Map.entry("other_sexual", "Other sexual offences"),
            Map.entry("stalking_harassment", "Stalking and harassment"),
            Map.entry(DOMESTIC_ABUSE, "Domestic abuse"),
            Map.entry("stalking", "Stalking"),
            Map.entry("harassment", "Harassment"),
            Map.entry("vaiwg_female", "Female victims"),
            Map.entry(ARCHIVE_THEME, "Violence and sexual offences"),
            Map.entry("treatment", "on the programme"),
            Map.entry("control", "in the control group"),
            Map.entry("ethnicity", "ethnicity"));

    /** What is counted of a theme, in the plural. */
    private static final Map<String, String> CRIMES = Map.of(
            "rape",
            "rapes",
            "other_sexual",
            "other sexual offences",
            "stalking_harassment",
            "crimes of stalking or harassment",
            DOMESTIC_ABUSE,
            "crimes of domestic abuse",
            "stalking",
            "crimes of stalking",
            "harassment",
            "crimes of harassment");

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

    /** Whether a slice is another than the total or a theme: such are kept of fewer days. */
    static boolean isFinerThanThemes(String slice) {
        return !slice.isEmpty() && (slice.contains(";") || !slice.startsWith("theme="));
    }

    static String theme(String slice) {
        return part(slice, "theme").orElse("");
    }

    static String themeTitle(String theme) {
        return TITLES.getOrDefault(theme, ReportWords.capital(theme.replace('_', ' ')));
    }

    static String areaTitle(String lpa) {
        return ReportWords.capital(lpa.replace('_', ' '));
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
                parts.add(TITLES.getOrDefault(value, value.replace('_', ' ')));
            }
        }
        return ReportWords.capital(String.join(", ", parts));
    }

    /** "rapes"; "crimes" for the total. */
    static String crimes(String theme) {
        return CRIMES.getOrDefault(theme, "crimes");
    }

    /** A slice cut further; the keys of a slice are in order. */
    static String cut(String slice, String dimension, String value) {
        String cut = dimension + "=" + value;
        if (slice.isEmpty()) {
            return cut;
        }
        return cut.compareTo(slice) < 0 ? cut + ";" + slice : slice + ";" + cut;
    }
}
