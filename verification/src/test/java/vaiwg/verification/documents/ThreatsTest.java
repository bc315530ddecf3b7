package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each threat of {@code docs/security.md} is held by tests that are there. */
class ThreatsTest {
    private static final Path ROOT = Path.of("..");
    private static final Set<String> KINDS = Set.of(
            "Spoofing",
            "Tampering",
            "Repudiation",
            "Information disclosure",
            "Denial of service",
            "Elevation of privilege");
    private static final Pattern THREAT =
            Pattern.compile("(?m)^\\| ([A-Z][a-z ]+) \\| .* \\| ((?:`\\w+`(?:, )?)+) \\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void each_threat_of_every_kind_names_tests_that_are_there() throws IOException {
        List<MatchResult> threats = threats();
        assertThat(threats.stream().map(threat -> threat.group(1)).collect(Collectors.toSet()))
                .isEqualTo(KINDS);
        Set<String> tests = tests();
        assertThat(threats.stream()
                        .flatMap(threat -> NAME.matcher(threat.group(2)).results())
                        .map(name -> name.group(1)))
                .isNotEmpty()
                .isSubsetOf(tests);
    }

    /** A row that the pattern does not read would be held by nothing. */
    @Test
    void no_row_is_left_out() throws IOException {
        String page = page();
        String table = page.substring(page.indexOf("| STRIDE |"));
        assertThat(threats())
                .hasSize((int) table.lines()
                                .filter(line -> line.startsWith("| "))
                                .count()
                        - 1);
    }

    private static List<MatchResult> threats() throws IOException {
        return THREAT.matcher(page()).results().toList();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    /** The classes below every module's tests. */
    private static Set<String> tests() throws IOException {
        List<Path> modules;
        try (Stream<Path> folders = Files.list(ROOT)) {
            modules = folders.map(folder -> folder.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
        List<String> names = new ArrayList<>();
        for (Path module : modules) {
            try (Stream<Path> files = Files.walk(module)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(names::add);
            }
        }
        return new TreeSet<>(names);
    }
}
