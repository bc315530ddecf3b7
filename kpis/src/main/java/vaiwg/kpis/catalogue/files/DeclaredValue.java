package vaiwg.kpis.catalogue.files;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vaiwg.kpis.catalogue.Variant;

/**
 * A value of a dimension as a file declares it, and what stands in a measure's text in the place of the dimension's name: of {@code {NAME}} what
 * the value {@code is}, else its slug; of {@code {NAME.key}} what the value says under that key.
 *
 * @param variant null of {@link #NONE}
 * @param says by key
 */
record DeclaredValue(Variant variant, Map<String, String> says) {
    /** In a measure without a dimension there are no placeholders. */
    static final DeclaredValue NONE = new DeclaredValue(null, Map.of());

    static final String IS = "is";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)(?:\\.([a-z_]+))?}");

    /** @throws IllegalArgumentException in one sentence, where a placeholder is of another dimension, or says what the value does not */
    String in(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(of(found.group(1), found.group(2))));
    }

    private String of(String dimension, String key) {
        if (variant == null || !variant.dimension().name().equals(dimension)) {
            throw new IllegalArgumentException("the measure has no dimension \"" + dimension + "\"");
        }
        if (key == null) {
            return says.containsKey(IS) ? "(" + says.get(IS) + ")" : variant.slug();
        }
        if (!says.containsKey(key)) {
            throw new IllegalArgumentException(
                    "the value \"" + variant.slug() + "\" of " + dimension + " says no \"" + key + "\"");
        }
        return "(" + says.get(key) + ")";
    }
}
