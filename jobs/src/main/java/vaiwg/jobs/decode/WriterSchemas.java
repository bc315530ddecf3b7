package vaiwg.jobs.decode;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.schemas.ReleasedSchemas;

/** Readers of events whose producers keep their schemas in a registry. Not safe for several threads. */
final class WriterSchemas {
    private final SchemaRegistry registry;
    private final Map<Integer, DatumReader<SpecificRecord>> readers = new HashMap<>();
    private final Map<String, Schema> ours = new HashMap<>();

    WriterSchemas(URI registry) {
        this.registry = new SchemaRegistry(registry);
        ReleasedSchemas.names().stream()
                .map(ReleasedSchemas::newest)
                .forEach(schema -> ours.put(schema.getFullName(), schema));
    }

    /**
     * Reads what was written with the schema of an id into our event of that name.
     *
     * @throws Refusal where the registry does not know the id, or its schema is none from which ours can be read
     * @throws IllegalStateException in one sentence, where the registry does not answer
     */
    DatumReader<SpecificRecord> reader(int id) throws Refusal {
        DatumReader<SpecificRecord> known = readers.get(id);
        if (known != null) {
            return known;
        }
        String text = registry.schema(id).orElseThrow(() -> unknown(id, "is not in the registry, or no Avro"));
        Schema writer = parse(text).orElseThrow(() -> unknown(id, "cannot be read"));
        Schema reader = ours.get(writer.getFullName());
        if (reader == null) {
            throw unknown(id, "is of none of our events");
        }
        if (!isBounded(writer, new HashSet<>(), new HashSet<>()) || !isReadable(writer, reader)) {
            throw unknown(id, "does not resolve to ours");
        }
        DatumReader<SpecificRecord> found =
                new SpecificDatumReader<>(writer, reader, SpecificData.getForSchema(reader));
        readers.put(id, found);
        return found;
    }

    private static Optional<Schema> parse(String text) {
        try {
            return Optional.of(new Schema.Parser().parse(text));
        } catch (AvroRuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(Schema writer, Schema reader) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    /**
     * Whether the bytes of a message bound the work of reading it: nothing contains itself, and there is nothing of which any number
     * takes no bytes.
     *
     * @param open names of the types around this one
     * @param bounded names of types that were looked at
     */
    private static boolean isBounded(Schema schema, Set<String> open, Set<String> bounded) {
        return switch (schema.getType()) {
            case NULL -> false;
            case FIXED -> schema.getFixedSize() > 0 && schema.getFixedSize() <= EventReader.LARGEST_RECORD;
            case ARRAY -> isBounded(schema.getElementType(), open, bounded);
            case MAP -> isBounded(schema.getValueType(), open, bounded);
            case UNION ->
                schema.getTypes().stream()
                        .allMatch(branch -> branch.getType() == Schema.Type.NULL || isBounded(branch, open, bounded));
            case RECORD -> {
                String name = schema.getFullName();
                if (bounded.contains(name)) {
                    yield true;
                }
                boolean holds = open.add(name)
                        && !schema.getFields().isEmpty()
                        && schema.getFields().stream().allMatch(field -> isBounded(field.schema(), open, bounded));
                bounded.add(name);
                yield holds;
            }
            default -> true;
        };
    }

    private static Refusal unknown(int id, String why) {
        return new Refusal(Reason.UNKNOWN_SCHEMA, "schema " + Integer.toUnsignedString(id) + " " + why);
    }
}
