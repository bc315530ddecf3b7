package vaiwg.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import vaiwg.schemas.SchemaField;

/**
 * The values of a field in an event, or in a line that is none: one of those that are in a list may be there several times.
 *
 * @param whole an event, or an object of JSON, of which what can be read is given
 */
public record FieldValues(Object whole) {
    private static final String ITEM = "[]";

    public List<String> texts(SchemaField field) {
        return values(field).stream()
                .filter(value -> !(value instanceof JsonNode node) || node.isValueNode())
                .map(value -> value instanceof JsonNode node ? node.asText() : value.toString())
                .toList();
    }

    /** Those that are there, as instants; of a field that is one. */
    public List<Instant> instants(SchemaField field) {
        return values(field).stream()
                .map(FieldValues::instant)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Instant> instant(Object value) {
        if (!(value instanceof JsonNode said)) {
            return Optional.of((Instant) value);
        }
        try {
            return said.isIntegralNumber()
                    ? Optional.of(Instant.ofEpochMilli(said.longValue()))
                    : Optional.of(OffsetDateTime.parse(said.asText()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<Object> values(SchemaField field) {
        List<Object> found = List.of(whole);
        for (String step : field.path().split("\\.", -1)) {
            boolean isList = step.endsWith(ITEM);
            String name = isList ? step.substring(0, step.length() - ITEM.length()) : step;
            List<Object> below = new ArrayList<>();
            for (Object value : found) {
                Object child = child(value, name);
                if (isList && child instanceof Iterable<?> items) {
                    items.forEach(below::add);
                } else if (!isList) {
                    below.add(child);
                }
            }
            below.removeIf(FieldValues::isAbsent);
            found = below;
        }
        return found;
    }

    private static Object child(Object value, String name) {
        return value instanceof IndexedRecord record
                ? record.get(record.getSchema().getField(name).pos())
                : ((JsonNode) value).get(name);
    }

    private static boolean isAbsent(Object value) {
        return value == null || (value instanceof JsonNode node && node.isNull());
    }
}
