package vaiwg.cli.feed.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** How each Avro type of our schemas is written in natural JSON. */
final class JsonValues {
    private static final String TIME =
            "a time such as 2026-03-01T09:30:00Z, with its offset from UTC, or epoch milliseconds";
    private static final String WHOLE_NUMBER = "a whole number that fits";

    private JsonValues() {}

    static JsonValue of(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> nullable(schema);
            case RECORD -> new JsonRecord(schema);
            case ARRAY -> list(of(schema.getElementType()));
            case ENUM -> symbol(schema);
            case STRING -> JsonValues::text;
            case BOOLEAN -> JsonValues::yesOrNo;
            case INT -> JsonValues::number;
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? JsonValues::time
                        : JsonValues::longNumber;
            default -> throw new IllegalArgumentException("our schemas have no " + schema.getType());
        };
    }

    /** Where the parser is, in the schema's names: {@code victim.sex.status}, {@code suspects.2.personId}; empty at the top. */
    static String path(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }

    /** Null is the same as absent, so that records never ask for it. */
    private static JsonValue nullable(Schema union) {
        List<Schema> types = union.getTypes();
        if (types.size() != 2 || types.get(0).getType() != Schema.Type.NULL) {
            throw new IllegalArgumentException("our unions are of null and one type, not " + union);
        }
        return of(types.get(1));
    }

    private static JsonValue list(JsonValue item) {
        return parser -> {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw BadLine.wrongType(path(parser), "a list");
            }
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(item.read(parser));
            }
            return items;
        };
    }

    private static JsonValue symbol(Schema schema) {
        Map<String, Object> symbols = new HashMap<>();
        SpecificData data = SpecificData.getForSchema(schema);
        for (String name : schema.getEnumSymbols()) {
            symbols.put(name, data.createEnum(name, schema));
        }
        String wanted = "one of " + String.join(", ", schema.getEnumSymbols());
        return parser -> {
            Object symbol = parser.currentToken() == JsonToken.VALUE_STRING ? symbols.get(parser.getText()) : null;
            if (symbol == null) {
                throw BadLine.wrongType(path(parser), wanted);
            }
            return symbol;
        };
    }

    private static Object text(JsonParser parser) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw BadLine.wrongType(path(parser), "a text in quotes");
        }
        return parser.getText();
    }

    private static Object yesOrNo(JsonParser parser) throws BadLine {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw BadLine.wrongType(path(parser), "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private static Object number(JsonParser parser) throws IOException, BadLine {
        long number = longNumber(parser);
        if (number != (int) number) {
            throw BadLine.wrongType(path(parser), WHOLE_NUMBER);
        }
        return (int) number;
    }

    private static long longNumber(JsonParser parser) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw BadLine.wrongType(path(parser), WHOLE_NUMBER);
        }
        try {
            return parser.getLongValue();
        } catch (InputCoercionException e) {
            throw BadLine.wrongType(path(parser), WHOLE_NUMBER);
        }
    }

    private static Object time(JsonParser parser) throws IOException, BadLine {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return Instant.ofEpochMilli(longNumber(parser));
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw BadLine.wrongType(path(parser), TIME);
        }
        try {
            // To the millisecond, as the schema has it.
            return Instant.ofEpochMilli(
                    OffsetDateTime.parse(parser.getText()).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw BadLine.wrongType(path(parser), TIME);
        }
    }
}
