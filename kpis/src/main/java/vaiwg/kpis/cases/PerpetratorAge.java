package vaiwg.kpis.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vaiwg.schemas.EventStream;

/** The age bands of stalking perpetrators: the codes of records, each with the name that slices have for it. */
public enum PerpetratorAge {
    UNDER_18("UNDER_18", "0-17"),
    FROM_18("18_24", "18-24"),
    FROM_25("25_34", "25-34"),
    FROM_35("35_44", "35-44"),
    FROM_45("45_54", "45-54"),
    FROM_55("55_AND_OVER", "55+");

    private static final String UNKNOWN = "unknown";

    private final CountedField.Test said;
    private final String slug;

    PerpetratorAge(String code, String slug) {
        this.said = CountedField.field(EventStream.STALKING, "ageBand").isOneOf(code);
        this.slug = slug;
    }

    /** The ordinal of the band that a step says, plus one; 0 where it says none of them. */
    public static int in(StepVersion step) {
        return Stream.of(values())
                .filter(band -> band.said.holds().test(step))
                .findFirst()
                .map(band -> band.ordinal() + 1)
                .orElse(0);
    }

    /** The names of {@link #in}, in its order. */
    public static List<String> slugs() {
        return Stream.concat(Stream.of(UNKNOWN), Stream.of(values()).map(band -> band.slug))
                .toList();
    }

    /** The same with its words, from the youngest to what is not known: {@code 55+} is "aged 55 and over". */
    public static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (PerpetratorAge band : values()) {
            words.put(band.slug, "aged " + band.slug.replace('-', '–').replace("+", " and over"));
        }
        words.put(UNKNOWN, "age not recorded");
        return words;
    }
}
