package vaiwg.kpis.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.schemas.EventStream;

/** What counted fields say, in words: {@code reference/fields.csv} has each statement that expressions may make of one. */
final class FieldWords {
    private static final Map<CountedField, Map<String, String>> SAID = read();

    private FieldWords() {}

    /**
     * The words of each of what it may be.
     *
     * @throws IllegalArgumentException in one sentence, where the field is never that, with what it is
     */
    static List<String> of(CountedField.Test test) {
        return test.says().stream().map(said -> word(test.field(), said)).toList();
    }

    private static String word(CountedField field, String said) {
        Map<String, String> words = SAID.getOrDefault(field, Map.of());
        boolean isOnSide = field.kind() == CountedField.Kind.INSTANT && !said.equals(CountedField.THERE);
        String word = words.get(isOnSide ? CountedField.THERE : said);
        if (word == null) {
            throw new IllegalArgumentException("\"" + field.name() + " is " + said
                    + "\" is not in reference/fields.csv; there it is " + String.join(", ", words.keySet()));
        }
        return isOnSide ? word + ", and that is " + said : word;
    }

    private static Map<CountedField, Map<String, String>> read() {
        Map<CountedField, Map<String, String>> said = new LinkedHashMap<>();
        for (Map<String, String> row : ReferenceFile.read("fields.csv").rows()) {
            EventStream stream = EventStream.ofSlug(row.get("stream")).orElseThrow();
            CountedField field = CountedField.field(stream, row.get("field"));
            String is = field.test(List.of(row.get("is"))).says().get(0);
            said.computeIfAbsent(field, any -> new LinkedHashMap<>()).put(is, row.get("words"));
        }
        return said;
    }
}
