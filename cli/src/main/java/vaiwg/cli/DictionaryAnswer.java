package vaiwg.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.CountedWords;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/**
 * The dictionary for programs.
 *
 * @param fingerprint over all definitions
 * @param measures in the order of the catalogue
 */
record DictionaryAnswer(String fingerprint, List<Entry> measures) {
    /**
     * A measure.
     *
     * @param id as the tables, metrics and boards name it
     * @param counted the rule, in words
     * @param polarity {@code up}, {@code down} or {@code none}: which way is better
     * @param bases each with its windows
     * @param estimates the horizons at which it is estimated early
     * @param restricted whether only the role for conduct figures may read it
     * @param definitionId twelve hexadecimal digits over rule, facts and code maps
     */
    record Entry(
            String id,
            String title,
            String priorityArea,
            String owner,
            String definition,
            Map<String, List<String>> counted,
            String kind,
            String unit,
            String polarity,
            String caveats,
            Map<String, List<String>> bases,
            List<String> estimates,
            List<String> breakdowns,
            int minimumDenominator,
            boolean restricted,
            String reference,
            String definitionId) {}

    static DictionaryAnswer of(Catalogue catalogue) {
        return new DictionaryAnswer(
                catalogue.fingerprint(),
                catalogue.measures().stream()
                        .map(measure -> entry(measure, catalogue))
                        .toList());
    }

    private static Entry entry(Measure measure, Catalogue catalogue) {
        Map<String, List<String>> bases = new LinkedHashMap<>();
        // By the day and by the month some have the same name.
        measure.bases()
                .forEach((basis, windows) -> bases.computeIfAbsent(basis.slug(), name -> new ArrayList<>())
                        .addAll(windows.stream().map(Window::slug).toList()));
        return new Entry(
                measure.slug(),
                measure.title(),
                measure.priority().slug(),
                measure.priority().owner(),
                measure.definition(),
                CountedWords.of(measure),
                lower(measure.kind()),
                measure.unit(),
                measure.direction().slug(),
                measure.caveats(),
                bases,
                measure.estimates().stream().map(Basis::slug).toList(),
                measure.slices().stream().map(DictionaryAnswer::lower).toList(),
                measure.minimumN(),
                measure.isRestricted(),
                measure.section(),
                catalogue.definition(measure));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
