package vaiwg.kpis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** A measure as a file would declare it: a count of active crimes of which nothing else is said. */
public final class OneMeasure {
    private static final Map<String, String> SAID = Map.of(
            "area", "criminal_justice",
            "kind", "count",
            "title", "A title",
            "definition", "What it is.",
            "denominator", "active",
            "by", "total",
            "paper", "\"1\"");

    private OneMeasure() {}

    /** That of the shipped ones. */
    public static Measure shipped(String slug) {
        return ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    /** @param lines such as {@code "bases: recorded"}; one without a value takes its key away */
    public static Measure of(String slug, String... lines) {
        Map<String, String> said = new LinkedHashMap<>(SAID);
        for (String line : lines) {
            int colon = line.indexOf(": ");
            said.put(line.substring(0, colon), line.substring(colon + 2));
        }
        String area = said.remove("area");
        said.values().removeIf(String::isEmpty);
        return MeasureFile.read(
                        slug + ".yaml",
                        said.entrySet().stream()
                                .map(line -> "\n    " + line.getKey() + ": " + line.getValue())
                                .collect(
                                        Collectors.joining("", "area: " + area + "\nmeasures:\n  " + slug + ":", "\n")))
                .get(0);
    }
}
