package vaiwg.cli.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import vaiwg.schemas.SchemaField;

/** The values of a field in an event, or in a line that is none: one of those that are in a list may be there several times. */
interface FieldValues {
    /** Those that are there, as texts. */
    List<String> texts(SchemaField field);

    /** Those that are there, as instants; of a field that is one. */
    List<Instant> instants(SchemaField field);

    /** Those of an event. */
    static FieldValues of(IndexedRecord event) {
        return new FieldValues() {
            @Override
            public List<String> texts(SchemaField field) {
                return found(field).stream().map(Object::toString).toList();
            }

            @Override
            public List<Instant> instants(SchemaField field) {
                return found(field).stream().map(Instant.class::cast).toList();
            }

            private List<Object> found(SchemaField field) {
                List<Object> found = new ArrayList<>();
                collect(event, field.path(), found);
                return found;
            }
        };
    }

    /** Those of an object of JSON, as far as they can be read. */
    static FieldValues of(JsonNode line) {
        return new FieldValues() {
            @Override
            public List<String> texts(SchemaField field) {
                return found(field).stream()
                        .filter(JsonNode::isValueNode)
                        .map(JsonNode::asText)
                        .toList();
            }

            @Override
            public List<Instant> instants(SchemaField field) {
                return found(field).stream()
                        .map(FieldValues::instant)
                        .flatMap(Optional::stream)
                        .toList();
            }

            private List<JsonNode> found(SchemaField field) {
                List<JsonNode> found = new ArrayList<>();
                collect(line, field.path(), found);
                return found;
            }
        };
    }

    private static Optional<Instant> instant(JsonNode said) {
        try {
            return said.isIntegralNumber()
                    ? Optional.of(Instant.ofEpochMilli(said.longValue()))
                    : Optional.of(OffsetDateTime.parse(said.asText()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void collect(Object value, String path, List<Object> found) {
        if (value == null) {
            return;
        }
        if (path.isEmpty()) {
            found.add(value);
        } else if (path.startsWith("[]")) {
            ((List<?>) value).forEach(item -> collect(item, below(path, 2), found));
        } else {
            IndexedRecord record = (IndexedRecord) value;
            int end = end(path);
            collect(
                    record.get(
                            record.getSchema().getField(path.substring(0, end)).pos()),
                    below(path, end),
                    found);
        }
    }

    private static void collect(JsonNode value, String path, List<JsonNode> found) {
        if (value == null || value.isNull()) {
            return;
        }
        if (path.isEmpty()) {
            found.add(value);
        } else if (path.startsWith("[]")) {
            value.forEach(item -> collect(item, below(path, 2), found));
        } else {
            int end = end(path);
            collect(value.get(path.substring(0, end)), below(path, end), found);
        }
    }

    /** Where the name that a path begins with ends. */
    private static int end(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static String below(String path, int end) {
        return path.startsWith(".", end) ? path.substring(end + 1) : path.substring(end);
    }
}
