package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names the version of this build agrees, and {@code deploy/release} finds it wherever it stands. */
class VersionTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = Path.of("docs/deploy.md");
    private static final Pattern OF_PROJECT =
            Pattern.compile("<artifactId>vaiwg</artifactId>\\s*<version>([^<]+)</version>");
    private static final String OTHER = "97.98.99";

    @TempDir
    private Path copy;

    /** The page installs the release that this tree comes to, and there is no part of the changelog above that of this tree. */
    @Test
    void the_page_and_the_changelog_name_the_release_that_this_tree_comes_to() throws IOException {
        String version = version();
        String released = version.replace("-SNAPSHOT", "");
        Matcher installs = Pattern.compile("vaiwg-(\\d+\\.\\d+\\.\\d+)").matcher(Files.readString(ROOT.resolve(PAGE)));
        assertThat(installs.results().map(found -> found.group(1)).distinct()).containsExactly(released);
        Matcher part = Pattern.compile("(?m)^## (\\S+)").matcher(Files.readString(ROOT.resolve("CHANGELOG.md")));
        assertThat(part.find()).isTrue();
        assertThat(part.group(1)).isEqualTo(version.equals(released) ? version : "Unreleased");
    }

    @Test
    void the_script_of_releases_reads_this_version_and_leaves_it_nowhere() throws Exception {
        List<Path> files = namingTheVersion();
        for (Path file : files) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(ROOT.resolve(file), copy.resolve(file));
        }
        Process script = new ProcessBuilder("sh", copy.resolve("deploy/release").toString(), "--set", OTHER)
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor()).as(said).isZero();
        assertThat(said).startsWith("The version is " + OTHER + " instead of " + version() + ":");
        assertThat(copy.resolve("pom.xml")).content().contains("<version>" + OTHER + "</version>");
        assertThat(copy.resolve(PAGE)).content().contains("vaiwg-" + OTHER);
        files.remove(PAGE);
        for (Path file : files) {
            assertThat(copy.resolve(file)).content().doesNotContain(version());
        }
    }

    /** From the top of the tree: what is built, what is started, and the page that installs it. */
    private static List<Path> namingTheVersion() throws IOException {
        List<Path> files = new ArrayList<>(List.of(PAGE));
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> deployed = Files.walk(ROOT.resolve("deploy"))) {
            for (Path path : top.toList()) {
                String name = path.getFileName().toString();
                if (name.equals("pom.xml") || name.matches("docker-compose.*\\.yml")) {
                    files.add(ROOT.relativize(path));
                } else if (Files.exists(path.resolve("pom.xml"))) {
                    files.add(ROOT.relativize(path.resolve("pom.xml")));
                }
            }
            deployed.filter(Files::isRegularFile).map(ROOT::relativize).forEach(files::add);
        }
        return files;
    }

    private static String version() throws IOException {
        Matcher found = OF_PROJECT.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(found.find()).as("the project has a version").isTrue();
        return found.group(1);
    }
}
