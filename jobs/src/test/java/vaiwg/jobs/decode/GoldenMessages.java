package vaiwg.jobs.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import vaiwg.schemas.ReleasedSchemas;

/**
 * One message of each released version of each schema, as it stands on a topic, with what it says: every field has a value. They are
 * written once, when a version is released, and never again.
 */
final class GoldenMessages {
    private static final Path KEPT = Path.of("src/test/resources/released");
    private static final int HEADER = 10;
    private static final long AN_INSTANT = Instant.parse("2026-06-10T12:00:00Z").toEpochMilli();
    private static final Map<String, String> TEXTS = Map.of(
            "force", "west-midlands",
            "eventId", "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "personId", "5f2c9a7e41d08b36",
            "offenceCode", "19C",
            "outcomeType", "16");

    private GoldenMessages() {}

    /** A released version of a schema. */
    record Version(String name, int number, Schema schema) {
        /** The bytes on the topic. */
        byte[] message() throws IOException {
            return Files.readAllBytes(file("bin"));
        }

        /** What they say, as JSON by the version's own schema. */
        String content() throws IOException {
            return Files.readString(file("json"));
        }

        /** Keeps a message of a version that has just been released; an older one is what it always was. */
        void writeOnce() throws IOException {
            if (Files.exists(file("bin"))) {
                return;
            }
            GenericRecord record = (GenericRecord) filled("", schema);
            Files.createDirectories(file("bin").getParent());
            Files.write(
                    file("bin"),
                    new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema)
                            .encode(record)
                            .array());
            Files.writeString(file("json"), record.toString(), StandardCharsets.UTF_8);
        }

        /** What they say to Avro, as JSON. */
        String says() throws IOException {
            return read(schema).toString();
        }

        /** What they say to Avro, in the newest version. */
        GenericRecord resolved() throws IOException {
            return read(ReleasedSchemas.newest(name));
        }

        private GenericRecord read(Schema reader) throws IOException {
            byte[] message = message();
            return new GenericDatumReader<GenericRecord>(schema, reader)
                    .read(null, DecoderFactory.get().binaryDecoder(message, HEADER, message.length - HEADER, null));
        }

        private Path file(String kind) {
            return KEPT.resolve(name).resolve(number + "." + kind);
        }

        @Override
        public String toString() {
            return name + " " + number;
        }
    }

    static List<Version> all() {
        return ReleasedSchemas.names().stream().flatMap(GoldenMessages::of).toList();
    }

    private static Stream<Version> of(String name) {
        List<Schema> released = ReleasedSchemas.of(name);
        return IntStream.rangeClosed(1, released.size())
                .mapToObj(number -> new Version(name, number, released.get(number - 1)));
    }

    /** The files that are kept, as {@code name number}. */
    static List<String> kept() {
        try (Stream<Path> files = Files.walk(KEPT)) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .map(file -> file.getParent().getFileName() + " "
                            + file.getFileName().toString().replace(".bin", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object filled(String field, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> {
                GenericRecord record = new GenericData.Record(schema);
                schema.getFields().forEach(one -> record.put(one.pos(), filled(one.name(), one.schema())));
                yield record;
            }
            case UNION ->
                filled(
                        field,
                        schema.getTypes().stream()
                                .filter(branch -> branch.getType() != Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow());
            case ARRAY -> List.of(filled(field, schema.getElementType()));
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(0));
            case LONG -> schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? AN_INSTANT : 7L;
            case INT -> 3;
            case BOOLEAN -> true;
            case STRING -> TEXTS.getOrDefault(field, "a " + field);
            default -> throw new IllegalStateException("no value of a " + schema.getType());
        };
    }
}
