package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name of a type means one thing: whoever reads it need not look where it comes from. */
class TypeNamesTest {
    private static final Path ROOT = Path.of("..");
    private static final String PACKAGE_INFO = "package-info";
    private static final Set<String> NAMED = Set.of("record", "enum", "fixed");
    /** The record of a schema in which a feed sends the answer to what the type of {@code kpis} names; a released name never changes. */
    private static final Set<String> OF_ONE_THING = Set.of("Characteristic");

    private final Map<String, Set<String>> typesByName = new TreeMap<>();

    @Test
    void a_name_of_a_type_stands_once_in_all_modules() throws Exception {
        for (String module : ModulesTest.modules()) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            for (Path file : files(sources, ".java")) {
                Path type = sources.relativize(file);
                add(
                        type.getParent().toString().replace('/', '.'),
                        type.getFileName().toString().replace(".java", ""));
            }
            for (Path file : files(ROOT.resolve(module).resolve("src/main/avro"), ".avsc")) {
                JsonNode schema = new ObjectMapper().readTree(file.toFile());
                addNamed(schema.path("namespace").asText(), schema);
            }
        }
        assertThat(typesByName).containsKeys("Measure", "Standing").containsKeys(OF_ONE_THING.toArray(String[]::new));
        typesByName.keySet().removeAll(OF_ONE_THING);
        typesByName.remove(PACKAGE_INFO);
        typesByName.values().removeIf(types -> types.size() == 1);
        assertThat(typesByName).isEmpty();
    }

    private void addNamed(String namespace, JsonNode schema) {
        if (NAMED.contains(schema.path("type").asText())) {
            add(namespace, schema.path("name").asText());
        }
        schema.forEach(part -> addNamed(namespace, part));
    }

    private void add(String namespace, String name) {
        typesByName.computeIfAbsent(name, n -> new TreeSet<>()).add(namespace + "." + name);
    }

    private static List<Path> files(Path folder, String ending) throws Exception {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
