package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/dependencies.md} says of everything that is not ours why it is there; versions stand in one place only. */
class DependenciesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| (`.*`) \\| (.*) \\| ?(.*?) ?\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void everything_that_the_build_and_the_containers_use_has_one_row_with_its_reason() throws IOException {
        List<String> named = new ArrayList<>();
        Matcher row = ROW.matcher(page());
        while (row.find()) {
            named.addAll(all(NAME, row.group(1)));
            assertThat(row.group(2)).as(row.group(1)).hasSizeGreaterThan(5);
        }
        assertThat(named).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(named)).isEqualTo(used());
    }

    @Test
    void no_version_of_the_build_is_repeated_on_the_page() throws IOException {
        List<String> versions = all(Pattern.compile("<[a-z.]*version>([0-9][^<]*)</"), rootPom());
        assertThat(versions).hasSizeGreaterThan(25);
        String page = page();
        assertThat(versions.stream().filter(page::contains)).isEmpty();
    }

    @Test
    void the_wrapper_fetches_maven_from_its_public_place_and_knows_its_sum() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".mvn/wrapper/maven-wrapper.properties")))
                .contains("distributionType=only-script")
                .anyMatch(line ->
                        line.matches("distributionUrl=https://repo\\.maven\\.apache\\.org/maven2/org/apache/maven/"
                                + "apache-maven/([0-9.]+)/apache-maven-\\1-bin\\.zip"))
                .anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
    }

    private static Set<String> used() throws IOException {
        Set<String> used =
                new TreeSet<>(all(Pattern.compile("<artifactId>([^<*]+)</artifactId>"), rootPomWithoutExclusions()));
        used.removeIf(name -> name.startsWith("vaiwg") || name.equals("junit-jupiter"));
        // Named by the formatter's own element.
        used.add("palantir-java-format");
        used.addAll(all(Pattern.compile("image: ([^:\\s]+):"), Files.readString(ROOT.resolve("docker-compose.yml"))));
        assertThat(used).hasSizeGreaterThan(40);
        return used;
    }

    private static String rootPomWithoutExclusions() throws IOException {
        return rootPom().replaceAll("(?s)<exclusions>.*?</exclusions>", "");
    }

    private static String rootPom() throws IOException {
        return Files.readString(ROOT.resolve("pom.xml"));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/dependencies.md"));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
