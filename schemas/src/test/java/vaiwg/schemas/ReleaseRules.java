package vaiwg.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaNormalization;

/**
 * What must hold of a schema before a build may be released: it is kept as a released version, and it and every released version can
 * each read what was written with the other (FULL_TRANSITIVE).
 */
final class ReleaseRules {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleaseRules() {}

    /**
     * What is wrong, each in one sentence that says what to do; nothing where all is well.
     *
     * @param name of the schema's file
     * @param newest as the build has it
     * @param released its released versions, the first at place 0
     */
    static List<String> findings(String name, Schema newest, List<Schema> released) {
        List<String> found = new ArrayList<>();
        int last = released.size();
        if (last == 0 || !isSameButForDocs(newest, released.get(last - 1))) {
            found.add(("schemas/src/main/avro/%s.avsc is not its newest released version: "
                            + "copy it to schemas/src/main/resources/released/%s/%d.avsc.")
                    .formatted(name, name, last + 1));
        }
        for (int i = 0; i < last; i++) {
            int version = i + 1;
            Schema old = released.get(i);
            incompatibility(newest, old)
                    .or(() -> incompatibility(old, newest))
                    .ifPresent(why -> found.add(("%s.avsc is not compatible with its released version %d (%s): "
                                    + "only add fields with a default, and take every other change back.")
                            .formatted(name, version, why)));
            for (int j = i + 1; j < last; j++) {
                if (fingerprint(old) == fingerprint(released.get(j))) {
                    found.add(
                            ("Versions %d and %d of %s have the same fingerprint, by which records name their schema: "
                                            + "take the change of a default or a logical type back, and delete version %d.")
                                    .formatted(version, j + 1, name, j + 1));
                }
            }
        }
        return found;
    }

    private static Optional<String> incompatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(one -> one.getType() + " at " + one.getLocation())
                .findFirst();
    }

    private static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** Words may be improved at any time, and marks that no reader of a record needs; defaults and logical types matter, though in no fingerprint. */
    static boolean isSameButForDocs(Schema one, Schema other) {
        return withoutDocs(one).equals(withoutDocs(other));
    }

    private static JsonNode withoutDocs(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            for (String words : List.of("doc", "term", "pseudonym", "says")) {
                tree.findParents(words).forEach(parent -> ((ObjectNode) parent).remove(words));
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro writes its schemas as JSON", e);
        }
    }
}
