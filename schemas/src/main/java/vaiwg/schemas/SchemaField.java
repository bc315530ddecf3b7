package vaiwg.schemas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * A field of a schema's records that is no record itself, as the schema declares it.
 *
 * @param path its name after those of the records that it is in, for example {@code victim.personId}; {@code []} behind the name of a list
 * @param schema of a value
 * @param doc what it holds
 * @param term what record systems call it: the property {@code term}, or empty
 * @param isOptional whether a record may be without it
 * @param isCounted whether figures may be made from it: the property {@code counted}
 * @param pseudonymOf of what it is a pseudonym, {@code person}, {@code officer} or {@code address}: the property {@code pseudonym}; or empty.
 *     Pseudonyms of one kind are the same for the same one, whatever the stream
 * @param says what measures may ask of it, {@code there}, {@code set} or a code, and in which words the dictionary says that: the property
 *     {@code says}, in its order; or empty
 */
public record SchemaField(
        String path,
        Schema schema,
        String doc,
        String term,
        boolean isOptional,
        boolean isCounted,
        String pseudonymOf,
        Map<String, String> says) {
    private static final String TERM = "term";
    private static final String COUNTED = "counted";
    private static final String PSEUDONYM = "pseudonym";
    private static final String SAYS = "says";
    private static final String ITEM = "[]";

    /** The fields of a record, of records in it and of those in its lists, in the schema's order. */
    public static List<SchemaField> of(Schema record) {
        return fields("", false, record).toList();
    }

    /** Whether a record may have several of them. */
    public boolean isInList() {
        return path.contains(ITEM);
    }

    /** Whether it is an instant, in milliseconds. */
    public boolean isInstant() {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    /** A schema, or of a union with null the other one. */
    public static Schema present(Schema schema) {
        return schema.getType() != Schema.Type.UNION
                ? schema
                : schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow();
    }

    private static Stream<SchemaField> fields(String outer, boolean isOptional, Schema record) {
        return record.getFields().stream().flatMap(field -> {
            boolean mayBeAbsent = isOptional || field.schema().isNullable();
            Schema type = present(field.schema());
            String path = outer + field.name();
            if (type.getType() == Schema.Type.ARRAY) {
                path += ITEM;
                type = type.getElementType();
            }
            return type.getType() == Schema.Type.RECORD
                    ? fields(path + '.', mayBeAbsent, type)
                    : Stream.of(new SchemaField(
                            path,
                            type,
                            Objects.requireNonNullElse(field.doc(), ""),
                            Objects.requireNonNullElse(field.getProp(TERM), ""),
                            mayBeAbsent,
                            Boolean.TRUE.equals(field.getObjectProp(COUNTED)),
                            Objects.requireNonNullElse(field.getProp(PSEUDONYM), ""),
                            words(field)));
        });
    }

    private static Map<String, String> words(Schema.Field field) {
        Map<String, String> words = new LinkedHashMap<>();
        if (field.getObjectProp(SAYS) instanceof Map<?, ?> said) {
            said.forEach((is, word) -> words.put(is.toString(), word.toString()));
        }
        return Collections.unmodifiableMap(words);
    }
}
