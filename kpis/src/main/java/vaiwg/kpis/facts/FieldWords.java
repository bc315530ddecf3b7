package vaiwg.kpis.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.cases.CountedField;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/** What counted fields say, in words: a field's schema has each statement that expressions may make of it ({@code "says"}). */
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
                    + "\" has no words in its schema; there it is " + String.join(", ", words.keySet()));
        }
        return isOnSide ? word + ", and that is " + said : word;
    }

    private static Map<CountedField, Map<String, String>> read() {
        Map<CountedField, Map<String, String>> said = new LinkedHashMap<>();
        for (EventStream stream : EventStream.values()) {
            for (SchemaField declared : SchemaField.of(ReleasedSchemas.newest(stream.slug()))) {
                if (!declared.says().isEmpty()) {
                    CountedField field = CountedField.field(stream, declared.path());
                    Map<String, String> words = new LinkedHashMap<>();
                    for (Map.Entry<String, String> one : declared.says().entrySet()) {
                        String is = field.test(List.of(one.getKey())).says().get(0);
                        words.put(is, one.getValue());
                    }
                    said.put(field, words);
                }
            }
        }
        return said;
    }
}
