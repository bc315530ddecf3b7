package vaiwg.kpis.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of forces and of policing areas: records have them as slugs only. */
public final class PlaceNames {
    private static final List<String> SMALL = List.of("and", "of");

    private PlaceNames() {}

    /** {@code north_east}: North East; {@code devon-and-cornwall}: Devon and Cornwall. */
    public static String of(String slug) {
        return Arrays.stream(slug.split("[_-]", -1)).map(PlaceNames::word).collect(Collectors.joining(" "));
    }

    /** The name of a policing area within a sentence, which may be that none is known. */
    public static String ofArea(String lpa) {
        return lpa.equals(CodeMaps.UNKNOWN) ? "area not known" : of(lpa);
    }

    private static String word(String word) {
        return word.isEmpty() || SMALL.contains(word)
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
