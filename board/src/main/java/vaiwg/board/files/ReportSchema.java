package vaiwg.board.files;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vaiwg.board.report.Report;

/** The JSON Schema (2020-12) of {@link ReportJson}, read off the records. */
public final class ReportSchema {
    /** The property that says which kind of cell a cell of a table is. */
    static final String KIND = "kind";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private ReportSchema() {}

    public static byte[] bytes() {
        ReportSchema schema = new ReportSchema();
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "A report for the Strategy Board");
        root.setAll(schema.of(Report.class));
        ObjectNode definitions = root.putObject("$defs");
        schema.definitions.forEach(definitions::set);
        return Json.bytes(root);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                return nullable(of(arguments[0]));
            }
            if (List.class.isAssignableFrom(raw)) {
                return typed("array").set("items", of(arguments[0]));
            }
            if (Map.class.isAssignableFrom(raw) && arguments[0] == String.class) {
                return typed("object").set("additionalProperties", of(arguments[1]));
            }
        } else if (type instanceof Class<?> simple) {
            return of(simple);
        }
        throw new IllegalStateException("the report holds a " + type.getTypeName() + ", which has no schema");
    }

    private ObjectNode of(Class<?> type) {
        if (type == String.class) {
            return typed("string");
        }
        if (type == int.class) {
            return typed("integer");
        }
        if (type == Integer.class) {
            return nullable(typed("integer"));
        }
        if (type == double.class || type == Double.class) {
            return nullable(typed("number"));
        }
        if (type == boolean.class) {
            return typed("boolean");
        }
        if (type == LocalDate.class) {
            return typed("string").put("format", "date");
        }
        if (type == Instant.class) {
            return typed("string").put("format", "date-time");
        }
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        if (!definitions.containsKey(name)) {
            // Kept before it is made, for what refers to itself.
            definitions.put(name, JSON.objectNode());
            definitions.put(name, definition(type));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode definition(Class<?> type) {
        ObjectNode node = JSON.objectNode();
        if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants()).forEach(node.withArray("enum")::addPOJO);
        } else if (type.isSealed()) {
            for (JsonSubTypes.Type part : Json.MAPPER
                    .findMixInClassFor(type)
                    .getAnnotation(JsonSubTypes.class)
                    .value()) {
                ObjectNode kind = object(part.value());
                kind.withObjectProperty("properties").putObject(KIND).put("const", part.name());
                kind.withArrayProperty("required").add(KIND);
                node.withArray("anyOf").add(kind);
            }
        } else {
            node = object(type);
        }
        return node;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode node = typed("object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        RecordComponent[] components = type.getRecordComponents();
        Arrays.sort(components, Comparator.comparing(RecordComponent::getName));
        for (RecordComponent component : components) {
            properties.set(component.getName(), of(component.getGenericType()));
            node.withArrayProperty("required").add(component.getName());
        }
        return node;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode nullable(ObjectNode schema) {
        ObjectNode node = JSON.objectNode();
        node.withArrayProperty("anyOf").add(schema).add(typed("null"));
        return node;
    }
}
