package vaiwg.jobs.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records of any schema with anything in them. */
final class RandomRecords {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "west-midlands",
            "CPS",
            "unknown",
            " Unknown ",
            "NS",
            "16",
            "DOMESTIC_ABUSE",
            "Zo\u00eb",
            "\u2003x",
            "\uD83D\uDE00");
    private static final int LONGEST = 90;

    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    GenericRecord of(Schema schema) {
        return (GenericRecord) value(schema);
    }

    private Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> {
                GenericRecord record = new GenericData.Record(schema);
                schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
                yield record;
            }
            case UNION ->
                value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case ARRAY ->
                new GenericData.Array<>(
                        schema,
                        Stream.generate(() -> value(schema.getElementType()))
                                .limit(random.nextInt(6))
                                .toList());
            case MAP -> {
                Map<String, Object> map = new HashMap<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    map.put(text() + i, value(schema.getValueType()));
                }
                yield map;
            }
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case FIXED -> {
                byte[] bytes = new byte[schema.getFixedSize()];
                random.nextBytes(bytes);
                yield new GenericData.Fixed(schema, bytes);
            }
            case LONG -> random.nextLong() >> random.nextInt(Long.SIZE);
            case INT -> random.nextInt() >> random.nextInt(Integer.SIZE);
            case BOOLEAN -> random.nextBoolean();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
            case NULL -> null;
        };
    }

    private String text() {
        return random.nextInt(3) == 0 ? "x".repeat(random.nextInt(LONGEST)) : TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
