package vaiwg.grafana;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.reference.Theme;

/** The total and the paper's four themes, as metrics, tables and people call them. */
final class Themes {
    /** By the label in Prometheus, in the order of legends. */
    static final Map<String, String> NAMES = names();

    private Themes() {}

    /** The slice of a theme's label in the tables. */
    static String slice(String label) {
        return label.equals("all") ? "" : "theme=" + label;
    }

    static boolean cut(Measure measure) {
        return measure.slices().contains(SliceFamily.THEME);
    }

    /** The labels of which a chart of the measure has a line; the total is the measure's own scope. */
    static Map<String, String> of(Measure measure) {
        Map<String, String> themes = new LinkedHashMap<>();
        themes.put("all", measure.isOfAnyOffence() ? "All, whatever the offence" : NAMES.get("all"));
        if (cut(measure)) {
            NAMES.forEach(themes::putIfAbsent);
        }
        return themes;
    }

    /** An expression that matches the labels. */
    static String matcher(Measure measure) {
        return String.join("|", of(measure).keySet());
    }

    /** The choices of a variable. */
    static String choices() {
        return NAMES.entrySet().stream()
                .map(theme -> theme.getValue() + " : " + theme.getKey())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("all", Theme.ALL);
        Theme.MAIN.forEach(theme -> names.put(theme.slug(), theme.title()));
        return names;
    }
}
