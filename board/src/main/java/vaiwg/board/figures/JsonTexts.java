package vaiwg.board.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The entries of a JSON object that are texts. */
final class JsonTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTexts() {}

    /** @throws IllegalStateException if the database's JSON cannot be read, which PostgreSQL has checked */
    static NavigableMap<String, String> of(String json) {
        NavigableMap<String, String> texts = new TreeMap<>();
        try {
            JsonNode object = JSON.readTree(json);
            object.fields().forEachRemaining(entry -> {
                if (entry.getValue().isTextual()) {
                    texts.put(entry.getKey(), entry.getValue().textValue());
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave JSON that cannot be read: " + json, e);
        }
        return texts;
    }
}
