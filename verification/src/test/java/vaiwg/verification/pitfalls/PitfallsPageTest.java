package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of pitfalls names the tests that are tagged with each. */
class PitfallsPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int TRAPS = 25;
    private static final Pattern TAGGED =
            Pattern.compile("@Tag\\(\"pitfall-(\\d+)\"\\)(?=(?:(?!\\bvoid\\b).)*?\\bvoid (\\w+)\\()", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`(\\w+\\.\\w+)`");

    @Test
    void the_page_names_the_tests_of_each_trap() throws IOException {
        Map<Integer, TreeSet<String>> listed = listed();
        assertThat(listed.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, TRAPS).boxed().toList());
        assertThat(listed.keySet())
                .filteredOn(pitfall -> listed.get(pitfall).isEmpty())
                .isEmpty();
        listed.values().removeIf(TreeSet::isEmpty);
        assertThat(listed).isEqualTo(tagged());
    }

    private static Map<Integer, TreeSet<String>> tagged() throws IOException {
        Map<Integer, TreeSet<String>> found = new TreeMap<>();
        for (Path tests : folders("src/test/java")) {
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file : files.filter(path -> path.toString().matches(".*(Test|IT)\\.java"))
                        .toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    Matcher tag = TAGGED.matcher(Files.readString(file));
                    while (tag.find()) {
                        found.computeIfAbsent(Integer.valueOf(tag.group(1)), pitfall -> new TreeSet<>())
                                .add(name + '.' + tag.group(2));
                    }
                }
            }
        }
        return found;
    }

    /** Of all modules that have it. */
    private static List<Path> folders(String folder) throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static Map<Integer, TreeSet<String>> listed() throws IOException {
        Map<Integer, TreeSet<String>> found = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/pitfalls.md")));
        while (row.find()) {
            TreeSet<String> tests = new TreeSet<>();
            Matcher test = NAMED.matcher(row.group(2));
            while (test.find()) {
                tests.add(test.group(1));
            }
            found.put(Integer.valueOf(row.group(1)), tests);
        }
        return found;
    }
}
