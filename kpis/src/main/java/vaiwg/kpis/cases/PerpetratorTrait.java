package vaiwg.kpis.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.schemas.EventStream;

/** Dimensions of stalking perpetrators: the codes of records, each with its name in slices. */
public enum PerpetratorTrait {
    AGE(
            "ageBand",
            "age not recorded",
            Value.ofAge("UNDER_18", "0-17"),
            Value.ofAge("18_24", "18-24"),
            Value.ofAge("25_34", "25-34"),
            Value.ofAge("35_44", "35-44"),
            Value.ofAge("45_54", "45-54"),
            Value.ofAge("55_AND_OVER", "55+")),
    SEX(
            "sex",
            "sex not recorded",
            Value.of("FEMALE", "women"),
            Value.of("MALE", "men"),
            Value.of(Value.OTHER, "of another sex")),
    RELATIONSHIP(
            "relationship",
            "relationship not recorded",
            Value.of("EX_INTIMATE", "former partner of the victim"),
            Value.of("INTIMATE", "present partner of the victim"),
            Value.of("FAMILY", "family of the victim"),
            Value.of("ACQUAINTANCE", "acquaintance of the victim"),
            Value.of("STRANGER", "stranger to the victim"),
            Value.of(Value.OTHER, "of another relationship"));

    private static final String UNKNOWN = "unknown";

    private final String notRecorded;
    private final List<Value> values;
    private final List<CountedField.Test> said;

    /** A code of records, its name in slices, and its words. */
    private record Value(String code, String slug, String words) {
        /** Any code that is none of those before it. */
        static final String OTHER = "OTHER";

        static Value of(String code, String words) {
            return new Value(code, code.toLowerCase(Locale.ROOT), words);
        }

        /** {@code 55+} is "aged 55 and over". */
        static Value ofAge(String code, String slug) {
            return new Value(code, slug, "aged " + slug.replace('-', '–').replace("+", " and over"));
        }

        CountedField.Test said(CountedField field) {
            return code.equals(OTHER) ? field.isThere() : field.isOneOf(code);
        }
    }

    PerpetratorTrait(String path, String notRecorded, Value... values) {
        CountedField field = CountedField.field(EventStream.STALKING, path);
        this.notRecorded = notRecorded;
        this.values = List.of(values);
        this.said = this.values.stream().map(value -> value.said(field)).toList();
    }

    /** The key that slices have for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place of what a step says, from 1; 0 where it says nothing of it that is known here. */
    public int in(StepVersion step) {
        return IntStream.range(0, said.size())
                .filter(place -> said.get(place).holds().test(step))
                .map(place -> place + 1)
                .findFirst()
                .orElse(0);
    }

    /** The names of {@link #in}, in its order. */
    public List<String> slugs() {
        return Stream.concat(Stream.of(UNKNOWN), values.stream().map(Value::slug))
                .toList();
    }

    /** The slices of each of them with its words, what is not known last. */
    public static Map<String, String> slices() {
        Map<String, String> slices = new LinkedHashMap<>();
        for (PerpetratorTrait trait : values()) {
            trait.values.forEach(value -> slices.put(trait.key() + "=" + value.slug, value.words));
            slices.put(trait.key() + "=" + UNKNOWN, trait.notRecorded);
        }
        return slices;
    }
}
