package vaiwg.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Quick tests ({@code *Test}) start no server, browser or demonstration, by themselves or by a class that helps them; integration tests
 * ({@code *IT}) may: docs/decisions/0120-kinds-of-tests.md.
 */
class KindsOfTestsTest {
    private static final Pattern STARTS = Pattern.compile(
            "\\b(EmbeddedKafka|EmbeddedDatabase|EmbeddedPrometheus|EmbeddedPostgres|MiniClusterExtension|LocalJob|ChildJvm|LogServer"
                    + "|DemoProcess|NativeService|Browser)\\b");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+\\b");
    private static final Pattern NOT_CODE =
            Pattern.compile("(?s)/\\*.*?\\*/|(?-s)//.*|\"(?:[^\"\\\\\n]|\\\\.)*\"|(?m)^(import|package) .*$");
    private static final Pattern TEST = Pattern.compile("\\w+(Test|IT)");

    /** By package and name: the code without its imports. */
    private final Map<String, String> code = new TreeMap<>();

    private final Map<String, String> imports = new TreeMap<>();

    @Test
    void a_quick_test_starts_no_server() throws IOException {
        readAll();
        List<String> quick =
                code.keySet().stream().filter(name -> name.endsWith("Test")).toList();
        assertThat(quick).hasSizeGreaterThan(200);
        assertThat(quick).filteredOn(name -> starts(name, new HashSet<>())).isEmpty();
        assertThat(code.keySet())
                .filteredOn(name -> name.endsWith("IT"))
                .filteredOn(name -> starts(name, new HashSet<>()))
                .as("integration tests in which this test sees a server")
                .hasSizeGreaterThan(60);
    }

    @Test
    void what_is_left_to_the_whole_check_is_there_and_no_oracle() throws IOException {
        readAll();
        List<String> left = Files.readAllLines(Path.of("src/test/resources/left-to-all.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> integrationTests = code.keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(name -> name.endsWith("IT"))
                .map(name -> "**/" + name + ".java")
                .toList();
        assertThat(left).doesNotHaveDuplicates().isSubsetOf(integrationTests);
        assertThat(left).noneMatch(name -> name.matches(".*(Oracle|Rebuild|Recovery|Publication|SnapshotWriter).*"));
    }

    private void readAll() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                            .toList()) {
                        String text = Files.readString(file);
                        String name = tests.relativize(file)
                                .toString()
                                .replace(".java", "")
                                .replace('/', '.');
                        code.put(name, NOT_CODE.matcher(text).replaceAll(""));
                        imports.put(name, text);
                    }
                }
            }
        }
    }

    private boolean starts(String name, Set<String> seen) {
        return seen.add(name)
                && (STARTS.matcher(code.get(name)).find() || helpers(name).anyMatch(helper -> starts(helper, seen)));
    }

    /** Classes of tests, not tests themselves, that a class names. */
    private Stream<String> helpers(String name) {
        String folder = name.substring(0, name.lastIndexOf('.') + 1);
        return TYPE.matcher(code.get(name))
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(type -> !TEST.matcher(type).matches())
                .flatMap(type -> code.keySet().stream()
                        .filter(other -> other.endsWith("." + type))
                        .filter(other -> other.equals(folder + type)
                                || imports.get(name).contains("import " + other + ";")
                                || imports.get(name).contains("import static " + other + ".")));
    }
}
