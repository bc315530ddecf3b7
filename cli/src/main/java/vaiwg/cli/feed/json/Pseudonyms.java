package vaiwg.cli.feed.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vaiwg.cli.feed.pseudonym.PseudonymKeys;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SchemaField;

/**
 * Puts pseudonyms into a line in the place of identifiers, in the fields that the schemas declare to hold them. What else the schema has
 * stays as it is; what it has not is not looked at. For one thread.
 */
public final class Pseudonyms {
    private static final String ITEM = "[]";

    private final PseudonymKeys keys;
    private final BiConsumer<String, String> made;
    private final Map<EventStream, List<SchemaField>> fields = new EnumMap<>(EventStream.class);

    public Pseudonyms(PseudonymKeys keys) {
        this(keys, (kind, identifier) -> {});
    }

    /** @param made told of each identifier, with its kind before it */
    public Pseudonyms(PseudonymKeys keys, BiConsumer<String, String> made) {
        this.keys = keys;
        this.made = made;
        for (EventStream stream : EventStream.values()) {
            fields.put(
                    stream,
                    SchemaField.of(stream.schema()).stream()
                            .filter(field -> !field.pseudonymOf().isEmpty())
                            .toList());
        }
    }

    /** @throws BadLine where such a field holds what is no identifier, or a pseudonym already */
    void replace(ObjectNode line, EventStream stream) throws BadLine {
        for (SchemaField field : fields.get(stream)) {
            replace(line, field.path(), "", field.pseudonymOf());
        }
    }

    /**
     * @param path of the field from this record on
     * @param before the path of this record, with a dot behind it, for messages
     */
    private void replace(ObjectNode record, String path, String before, String kind) throws BadLine {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        boolean isList = step.endsWith(ITEM);
        String name = isList ? step.substring(0, step.length() - ITEM.length()) : step;
        JsonNode said = record.get(name);
        if (said == null || said.isNull()) {
            return;
        }
        if (dot < 0) {
            record.put(name, pseudonym(said, before + name, kind));
        } else if (isList) {
            replaceInEach(said, path.substring(dot + 1), before + name, kind);
        } else {
            replace(object(said, before + name), path.substring(dot + 1), before + name + '.', kind);
        }
    }

    private void replaceInEach(JsonNode list, String path, String place, String kind) throws BadLine {
        if (!list.isArray()) {
            throw BadLine.wrongType(place, "a list");
        }
        for (int i = 0; i < list.size(); i++) {
            String item = place + '.' + i;
            replace(object(list.get(i), item), path, item + '.', kind);
        }
    }

    private static ObjectNode object(JsonNode said, String place) throws BadLine {
        if (said instanceof ObjectNode object) {
            return object;
        }
        throw BadLine.wrongType(place, "an object");
    }

    /** Null of a blank: all of whom nothing is known would be one person. */
    private String pseudonym(JsonNode said, String place, String kind) throws BadLine {
        if (!said.isTextual() && !said.isIntegralNumber()) {
            throw BadLine.wrongType(place, "a text in quotes");
        }
        String identifier = said.asText().strip();
        if (identifier.isEmpty()) {
            return null;
        }
        if (PseudonymKeys.isPseudonym(identifier)) {
            throw BadLine.pseudonymAlready(place);
        }
        made.accept(kind, identifier);
        return keys.newest(kind, identifier);
    }
}
