package vaiwg.jobs.decode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** Schemas of producers that are not ours, and that Avro resolves to ours. */
final class RandomSchemas {
    private final Random random;
    /** A type is the same wherever it is used. */
    private final Map<String, Schema> named = new HashMap<>();

    private int own;

    RandomSchemas(Random random) {
        this.random = random;
    }

    /** A schema that has all that ours must be given, and otherwise what its producer likes. */
    Schema writer(Schema ours) {
        return switch (ours.getType()) {
            case RECORD -> {
                Schema known = named.get(ours.getFullName());
                yield known == null ? record(ours) : known;
            }
            case ENUM -> {
                List<String> symbols = new ArrayList<>(ours.getEnumSymbols());
                Collections.shuffle(symbols, random);
                if (ours.getEnumDefault() != null) {
                    symbols.add("ANOTHER");
                }
                yield named.computeIfAbsent(
                        ours.getFullName(),
                        name -> Schema.createEnum(ours.getName(), null, ours.getNamespace(), symbols));
            }
            case ARRAY -> Schema.createArray(writer(ours.getElementType()));
            case UNION -> {
                List<Schema> branches = new ArrayList<>();
                ours.getTypes().forEach(branch -> branches.add(writer(branch)));
                Collections.shuffle(branches, random);
                yield random.nextInt(4) == 0 ? branches.get(0) : Schema.createUnion(branches);
            }
            case LONG -> Schema.create(random.nextInt(3) == 0 ? Schema.Type.INT : Schema.Type.LONG);
            case STRING -> Schema.create(random.nextInt(3) == 0 ? Schema.Type.BYTES : Schema.Type.STRING);
            default -> Schema.create(ours.getType());
        };
    }

    private Schema record(Schema ours) {
        Schema record = Schema.createRecord(ours.getName(), null, ours.getNamespace(), false);
        named.put(ours.getFullName(), record);
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : ours.getFields()) {
            if (!field.hasDefaultValue() || random.nextInt(3) > 0) {
                fields.add(new Schema.Field(field.name(), maybeNull(writer(field.schema()))));
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.add(new Schema.Field("own" + own, ofTheirOwn(2)));
            own++;
        }
        if (fields.isEmpty()) {
            // Of a list of what takes no bytes Avro reads as many as a number says, up to the end of its memory.
            fields.add(new Schema.Field("own" + own, ofTheirOwn(0)));
        }
        Collections.shuffle(fields, random);
        record.setFields(fields);
        return record;
    }

    private Schema maybeNull(Schema schema) {
        boolean isUnion = schema.getType() == Schema.Type.UNION || schema.getType() == Schema.Type.NULL;
        return isUnion || random.nextInt(20) > 0 ? schema : Schema.createUnion(schema, Schema.create(Schema.Type.NULL));
    }

    private Schema ofTheirOwn(int depth) {
        own++;
        return switch (random.nextInt(depth == 0 ? 7 : 11)) {
            case 0 -> Schema.create(Schema.Type.STRING);
            case 1 -> Schema.create(Schema.Type.DOUBLE);
            case 2 -> Schema.create(Schema.Type.FLOAT);
            case 3 -> Schema.create(Schema.Type.INT);
            case 4 -> Schema.createFixed("Own" + own, null, null, 3);
            case 5 -> Schema.create(Schema.Type.BYTES);
            case 6 -> Schema.createEnum("Own" + own, null, null, List.of("A", "B"));
            case 7 -> Schema.createArray(ofTheirOwn(depth - 1));
            case 8 -> Schema.createMap(ofTheirOwn(depth - 1));
            case 9 -> Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.createArray(ofTheirOwn(depth - 1)));
            default ->
                SchemaBuilder.record("Own" + own)
                        .fields()
                        .name("one")
                        .type(ofTheirOwn(depth - 1))
                        .noDefault()
                        .endRecord();
        };
    }
}
