package vaiwg.cli.feed.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads JSON objects as records of one schema, token by token, straight into the generated class. For one thread. */
final class JsonRecord implements JsonValue {
    private static final String IDENTIFIER = "[A-Za-z][A-Za-z0-9_]{0,39}";

    private record Field(String name, int position, JsonValue form, boolean hasDefault, Object ifMissing) {}

    /** What an object says of fields for which the schema has no default, and of names that it does not have. */
    interface Envelope {
        /** A name that the schema does not have: whether its value was taken. */
        boolean take(String name, JsonParser parser) throws IOException, BadLine;

        /** Whether a field that is missing is put in afterwards. */
        boolean fills(String name);
    }

    private static final Envelope NONE = new Envelope() {
        @Override
        public boolean take(String name, JsonParser parser) {
            return false;
        }

        @Override
        public boolean fills(String name) {
            return false;
        }
    };

    private final Constructor<?> constructor;
    private final Field[] fields;
    private final Map<String, Field> byName = new HashMap<>();

    JsonRecord(Schema schema) {
        SpecificData data = SpecificData.getForSchema(schema);
        try {
            constructor = data.getClass(schema).getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a generated class without its constructor: " + schema.getName(), e);
        }
        fields = schema.getFields().stream()
                .map(field -> new Field(
                        field.name(),
                        field.pos(),
                        JsonValues.of(field.schema()),
                        field.hasDefaultValue(),
                        field.hasDefaultValue() ? data.getDefaultValue(field) : null))
                .toArray(Field[]::new);
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
    }

    @Override
    public SpecificRecord read(JsonParser parser) throws IOException, BadLine {
        return read(parser, NONE);
    }

    /** The object that begins at the parser's token. */
    SpecificRecord read(JsonParser parser, Envelope envelope) throws IOException, BadLine {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw BadLine.wrongType(JsonValues.path(parser), "an object");
        }
        SpecificRecord record = newRecord();
        long seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            Field field = byName.get(name);
            if (field != null && token == JsonToken.VALUE_NULL) {
                // As if it were not there.
                continue;
            }
            if (field == null) {
                if (!envelope.take(name, parser)) {
                    throw BadLine.unknownField(name.matches(IDENTIFIER) ? JsonValues.path(parser) : "a field's name");
                }
                continue;
            }
            long bit = 1L << field.position();
            if ((seen & bit) != 0) {
                throw BadLine.repeatedField(JsonValues.path(parser));
            }
            seen |= bit;
            record.put(field.position(), field.form().read(parser));
        }
        putMissing(record, seen, parser, envelope);
        return record;
    }

    private void putMissing(SpecificRecord record, long seen, JsonParser parser, Envelope envelope) throws BadLine {
        for (Field field : fields) {
            if ((seen & 1L << field.position()) != 0) {
                continue;
            }
            if (field.hasDefault()) {
                record.put(field.position(), field.ifMissing());
            } else if (!envelope.fills(field.name())) {
                String parent = JsonValues.path(parser);
                throw BadLine.missingField(parent.isEmpty() ? field.name() : parent + '.' + field.name());
            }
        }
    }

    private SpecificRecord newRecord() {
        try {
            return (SpecificRecord) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated class cannot be made", e);
        }
    }
}
