package vaiwg.cli.feed.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads trees of natural JSON as records of our schemas: null is the same as absent, times are ISO 8601 or epoch milliseconds. */
final class JsonRecords {
    private static final String TIME =
            "a time such as 2026-03-01T09:30:00Z, with its offset from UTC, or epoch milliseconds";
    private static final String WHOLE_NUMBER = "a whole number that fits";
    /** What a field may be called in a message; a mapping may have put anything in the place of a name. */
    private static final String PATH = "([A-Za-z0-9][A-Za-z0-9_]{0,39}\\.?)+";

    private JsonRecords() {}

    /**
     * @param path where the object is in the line, in the schema's names ({@code suspects.2}); empty at the top
     * @throws BadLine where it has a field that the schema does not have, lacks one, or has one of another type
     */
    static SpecificRecord record(JsonNode object, Schema schema, String path) throws BadLine {
        if (!object.isObject()) {
            throw BadLine.wrongType(path, "an object");
        }
        SpecificRecord record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        for (Map.Entry<String, JsonNode> said : object.properties()) {
            Schema.Field field = schema.getField(said.getKey());
            String place = below(path, said.getKey());
            if (field == null && !said.getValue().isNull()) {
                throw BadLine.unknownField(named(place));
            }
            if (!said.getValue().isNull()) {
                record.put(field.pos(), value(said.getValue(), field.schema(), place));
            }
        }
        for (Schema.Field field : schema.getFields()) {
            JsonNode said = object.get(field.name());
            if (said == null || said.isNull()) {
                if (!field.hasDefaultValue()) {
                    throw BadLine.missingField(below(path, field.name()));
                }
                record.put(field.pos(), SpecificData.get().getDefaultValue(field));
            }
        }
        return record;
    }

    /** A place as a message may name it. */
    static String named(String path) {
        return path.matches(PATH) ? path : "a field's name";
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }

    private static Object value(JsonNode said, Schema schema, String path) throws BadLine {
        return switch (schema.getType()) {
            // Our unions are of null and one type.
            case UNION -> value(said, schema.getTypes().get(1), path);
            case RECORD -> record(said, schema, path);
            case ARRAY -> list(said, schema.getElementType(), path);
            case ENUM -> {
                require(
                        said.isTextual() && schema.hasEnumSymbol(said.textValue()),
                        path,
                        "one of " + String.join(", ", schema.getEnumSymbols()));
                yield SpecificData.get().createEnum(said.textValue(), schema);
            }
            case STRING -> {
                require(said.isTextual(), path, "a text in quotes");
                yield said.textValue();
            }
            case BOOLEAN -> {
                require(said.isBoolean(), path, "true or false");
                yield said.booleanValue();
            }
            case INT -> {
                require(said.isIntegralNumber() && said.canConvertToInt(), path, WHOLE_NUMBER);
                yield said.intValue();
            }
            case LONG -> {
                if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
                    yield time(said, path);
                }
                require(isLong(said), path, WHOLE_NUMBER);
                yield said.longValue();
            }
            default -> throw new IllegalArgumentException("our schemas have no " + schema.getType());
        };
    }

    private static List<Object> list(JsonNode said, Schema item, String path) throws BadLine {
        require(said.isArray(), path, "a list");
        List<Object> items = new ArrayList<>();
        for (JsonNode one : said) {
            items.add(value(one, item, path + '.' + items.size()));
        }
        return items;
    }

    /** To the millisecond, as the schemas have it. */
    private static Instant time(JsonNode said, String path) throws BadLine {
        if (isLong(said)) {
            return Instant.ofEpochMilli(said.longValue());
        }
        require(said.isTextual(), path, TIME);
        try {
            return Instant.ofEpochMilli(
                    OffsetDateTime.parse(said.textValue()).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw BadLine.wrongType(path, TIME);
        }
    }

    private static boolean isLong(JsonNode said) {
        return said.isIntegralNumber() && said.canConvertToLong();
    }

    private static void require(boolean fits, String path, String wanted) throws BadLine {
        if (!fits) {
            throw BadLine.wrongType(path, wanted);
        }
    }
}
