package vaiwg.verification.monitoring;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Theme;

/**
 * Names of measures, bases, themes and priority areas that are for machines: none of them belongs into what people read. One that is an ordinary
 * word is none.
 */
public final class Identifiers {
    private static final Pattern ANY = Pattern.compile(Stream.of(
                    ShippedCatalogue.get().measures().stream().map(Measure::slug),
                    Stream.of(Theme.values()).map(Theme::slug),
                    Priority.shipped().stream().map(Priority::slug))
            .flatMap(slugs -> slugs)
            .filter(slug -> slug.contains("_"))
            .collect(Collectors.joining("|", "\\b(?:(?:settled|matured|incidence)_\\d+[dm]|to_date|", ")\\b")));

    private Identifiers() {}

    /** Those in a text, in its order. */
    public static List<String> in(CharSequence text) {
        return ANY.matcher(text).results().map(MatchResult::group).toList();
    }
}
