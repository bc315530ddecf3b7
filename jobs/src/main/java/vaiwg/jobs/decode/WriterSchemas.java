package vaiwg.jobs.decode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.HttpEndpoint;

/** Plans for events whose producers keep their schemas in a registry. Not safe for several threads. */
final class WriterSchemas {
    private final SchemaRegistry registry;
    private final Map<Integer, Plan> plans = new HashMap<>();
    private final Map<String, Row> ours = new HashMap<>();
    private final RecentRejections rejections;

    /**
     * @param rows of all that is read
     * @param nanoTime a clock that only ever goes on, in nanoseconds
     */
    WriterSchemas(List<? extends Row> rows, HttpEndpoint registry, LongSupplier nanoTime) {
        this.registry = new SchemaRegistry(registry);
        this.rejections = new RecentRejections(nanoTime);
        rows.forEach(row -> ours.put(row.schema.getFullName(), row));
    }

    /**
     * How what was written with the schema of an id is read into our row of that name. An id that is rejected is asked for again after a
     * minute: one producer's mistake must not become a request for each of its records.
     *
     * @throws Rejection where the registry does not know the id, or its schema is none from which ours can be read
     * @throws IllegalStateException in one sentence, where the registry does not answer
     */
    Plan plan(int id) throws Rejection {
        Plan known = plans.get(id);
        if (known == null) {
            rejections.rethrow(id);
            try {
                known = ask(id);
            } catch (Rejection rejection) {
                rejections.remember(id, rejection);
                throw rejection;
            }
            plans.put(id, known);
        }
        return known;
    }

    private Plan ask(int id) throws Rejection {
        String text = registry.schema(id).orElseThrow(() -> unknown(id, "is not in the registry, or no Avro"));
        Schema writer = parse(text).orElseThrow(() -> unknown(id, "cannot be read"));
        Row row = ours.get(writer.getFullName());
        if (row == null) {
            throw unknown(id, "is of none of our events");
        }
        if (!isBounded(writer, new HashSet<>(), new HashSet<>()) || !isReadable(writer, row.schema)) {
            throw unknown(id, "does not resolve to ours");
        }
        return PlanCompiler.compile(writer, row);
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

    private static Rejection unknown(int id, String why) {
        return new Rejection(Reason.UNKNOWN_SCHEMA, "schema " + Integer.toUnsignedString(id) + " " + why);
    }
}
