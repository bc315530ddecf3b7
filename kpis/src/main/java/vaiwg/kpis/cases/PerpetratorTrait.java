package vaiwg.kpis.cases;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Slugged;

/** Dimensions of stalking perpetrators: the codes of records, each with its name in slices. */
public enum PerpetratorTrait implements Slugged {
    AGE(
            "ageBand",
            new Value("UNDER_18", "0-17"),
            new Value("18_24", "18-24"),
            new Value("25_34", "25-34"),
            new Value("35_44", "35-44"),
            new Value("45_54", "45-54"),
            new Value("55_AND_OVER", "55+")),
    SEX("sex", Value.of("FEMALE"), Value.of("MALE"), Value.of(Value.OTHER)),
    RELATIONSHIP(
            "relationship",
            Value.of("EX_INTIMATE"),
            Value.of("INTIMATE"),
            Value.of("FAMILY"),
            Value.of("ACQUAINTANCE"),
            Value.of("STRANGER"),
            Value.of(Value.OTHER));

    private static final String UNKNOWN = "unknown";

    private final List<Value> values;
    private final List<CountedField.Test> said;

    /** A code of records, and its name in slices. */
    private record Value(String code, String slug) {
        /** Any code that is none of those before it. */
        static final String OTHER = "OTHER";

        static Value of(String code) {
            return new Value(code, code.toLowerCase(Locale.ROOT));
        }

        CountedField.Test said(CountedField field) {
            return code.equals(OTHER) ? field.isThere() : field.isOneOf(code);
        }
    }

    PerpetratorTrait(String path, Value... values) {
        CountedField field = CountedField.field(EventStream.STALKING, path);
        this.values = List.of(values);
        this.said = this.values.stream().map(value -> value.said(field)).toList();
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
}
