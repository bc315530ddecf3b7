package vaiwg.verification.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which fields the kinds of deploy/kubernetes have, and of which type each is: {@code kubernetes/fields.yaml}. */
final class KubernetesFields {
    private static final Pattern QUANTITY = Pattern.compile("\\d+(\\.\\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?");
    private static final Map<String, Predicate<JsonNode>> SIMPLE = Map.of(
            "string", JsonNode::isTextual,
            "integer", JsonNode::isIntegralNumber,
            "number", JsonNode::isNumber,
            "boolean", JsonNode::isBoolean,
            "port", value -> value.isIntegralNumber() || value.isTextual(),
            "quantity", value -> QUANTITY.matcher(value.asText()).matches());
    private static final String REQUIRED = "*";

    private final JsonNode types = Project.yaml(Path.of("src/test/resources/kubernetes/fields.yaml"));
    private final List<String> mistakes = new ArrayList<>();

    /** What is wrong in an object, a line each; empty where it is as its kind must be. */
    List<String> mistakes(JsonNode object) {
        mistakes.clear();
        String kind = object.path("kind").asText();
        check(object, kind, kind + " " + object.at("/metadata/name").asText());
        return List.copyOf(mistakes);
    }

    private void check(JsonNode value, String type, String place) {
        if (type.startsWith("[")) {
            checkList(value, inner(type), place);
        } else if (type.startsWith("{")) {
            checkNames(value, inner(type), place);
        } else if (SIMPLE.containsKey(type)) {
            expect(SIMPLE.get(type).test(value), place, type, value);
        } else if (types.has(type)) {
            checkFields(value, type, place);
        } else {
            // A value that is the same in all of a kind.
            expect(value.asText().equals(type), place, type, value);
        }
    }

    private static String inner(String type) {
        return type.substring(1, type.length() - 1);
    }

    private void checkList(JsonNode value, String type, String place) {
        expect(value.isArray(), place, "a list", value);
        for (int i = 0; i < value.size(); i++) {
            check(value.path(i), type, place + "[" + i + "]");
        }
    }

    private void checkNames(JsonNode value, String type, String place) {
        expect(value.isObject(), place, "names and values", value);
        value.properties().forEach(entry -> check(entry.getValue(), type, place + "." + entry.getKey()));
    }

    private void checkFields(JsonNode value, String type, String place) {
        expect(value.isObject(), place, type, value);
        Set<String> left = new TreeSet<>();
        value.fieldNames().forEachRemaining(left::add);
        types.get(type).properties().forEach(field -> {
            String name = field.getKey().replace(REQUIRED, "");
            if (left.remove(name)) {
                check(value.get(name), field.getValue().asText(), place + "." + name);
            } else if (field.getKey().endsWith(REQUIRED)) {
                mistakes.add(place + "." + name + " is missing");
            }
        });
        left.forEach(name -> mistakes.add(place + "." + name + " is no field of " + type));
    }

    private void expect(boolean right, String place, String type, JsonNode value) {
        if (!right) {
            mistakes.add(place + " is " + value + ", not " + type);
        }
    }
}
