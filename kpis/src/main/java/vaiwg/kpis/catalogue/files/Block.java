package vaiwg.kpis.catalogue.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Keys and values of a YAML file, each asked for by its name; whatever is asked for and not understood is rejected with its line. */
final class Block {
    private final String file;
    private final Node where;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @throws DeclarationException where the node is no list of keys, or has one twice */
    Block(String file, Node node) {
        this.file = file;
        this.where = node;
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "keys with values are expected here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "\"" + key + "\" is here twice");
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    /** In the order of the file. */
    Set<String> keys() {
        return keys.keySet();
    }

    /** @throws DeclarationException where there is another key */
    void allowOnly(Set<String> known) {
        keys.forEach((key, node) -> {
            if (!known.contains(key)) {
                throw error(
                        node, "\"" + key + "\" is no key here; there are " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** @throws DeclarationException where the key is missing */
    String text(String key) {
        return optional(key).orElseThrow(() -> error(where, "\"" + key + "\" is missing"));
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(this::scalar);
    }

    /** What is true is said; what is not is left out. */
    boolean flag(String key) {
        return optional(key)
                .map(text -> choose(key, text, "true", List.of("true")))
                .isPresent();
    }

    int whole(String key) {
        return read(key, text(key), Integer::parseInt, "a whole number");
    }

    /** A value by a reader that throws what is not understood. */
    <T> T read(String key, String text, Function<String, T> reader, String expected) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw error(values.get(key), "\"" + text + "\" is not " + expected);
        }
    }

    /** A constant, which the file writes in small letters. */
    <E extends Enum<E>> E constant(String key, String text, Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        return Enum.valueOf(type, choose(key, text, text, names).toUpperCase(Locale.ROOT));
    }

    /** One of those that have names, by its name. */
    <T> T named(String key, Map<String, T> all) {
        String text = text(key);
        return all.get(choose(key, text, text, List.copyOf(all.keySet())));
    }

    /** @throws DeclarationException where the text is none of those that there are */
    private String choose(String key, String text, String chosen, List<String> among) {
        if (!among.contains(text)) {
            throw error(values.get(key), "\"" + text + "\" is no " + key + "; there are " + String.join(", ", among));
        }
        return chosen;
    }

    /** Of one value a list of one; empty where the key is missing. */
    List<String> list(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        List<String> list = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(one -> list.add(scalar(one)));
        } else {
            list.add(scalar(node));
        }
        return list;
    }

    Optional<Block> below(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> new Block(file, node));
    }

    /** Whether keys are below a key, and not one value. */
    boolean isBlock(String key) {
        return values.get(key) instanceof MappingNode;
    }

    DeclarationException error(String what) {
        return new DeclarationException(file, where, what);
    }

    DeclarationException error(String key, String what) {
        return error(values.get(key), what);
    }

    private DeclarationException error(Node node, String what) {
        return new DeclarationException(file, node, what);
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(node, "one value is expected here");
    }
}
