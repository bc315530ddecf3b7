package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.jobs.records.StateFormat;
import vaiwg.kpis.catalogue.DefinitionsVersion;

/**
 * Builds of one version take each other's place (docs/deploy.md, Roll back), so a patch has the tables, the definitions and the state that its
 * version left; and no build changes a migration that a release brought.
 */
class PatchVersionTest {
    private static final Path MIGRATIONS = Path.of("../jobs/src/main/resources/database");
    private static final Pattern OF_PROJECT =
            Pattern.compile("<artifactId>vaiwg</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+)\\.(\\d+)(-SNAPSHOT)?");
    /** In a row of kpi_publication, as a backup has it. */
    private static final int DEFINITIONS = 5;

    @TempDir
    private Path folder;

    static List<String> releases() {
        return Corpus.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void a_migration_of_a_release_stays_as_it_is(String release) throws IOException {
        Map<String, String> there = migrations(new Corpus(release).backup().resolve("migrations"));
        assertThat(there).isNotEmpty();
        assertThat(migrations(MIGRATIONS)).containsAllEntriesOf(there);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void this_build_has_changed_nothing_that_its_version_keeps_of_a_release(String release) throws IOException {
        Corpus left = new Corpus(release);
        Build there = new Build(
                migrations(left.backup().resolve("migrations")),
                definitions(left),
                StateFormat.isCurrent(left.unpackSavepoint(folder.resolve(release))) ? StateFormat.current() : release);
        Build here = new Build(migrations(MIGRATIONS), DefinitionsVersion.NUMBER, StateFormat.current());

        assertThat(changed(version(), release, here, there)).isEmpty();
    }

    @Test
    void a_patch_keeps_tables_definitions_and_state_and_another_version_adds_to_them() {
        Build there = new Build(Map.of("V001", "a"), 7, "format");
        Build more = new Build(Map.of("V001", "a", "V002", "b"), 8, "other");

        assertThat(changed("0.2.1", "0.2.0", there, there)).isEmpty();
        assertThat(changed("0.2.1-SNAPSHOT", "0.2.0", more, there)).containsExactly("tables", "definitions", "state");
        assertThat(changed("0.3.0-SNAPSHOT", "0.2.0", more, there)).isEmpty();
        assertThat(changed("0.2.0-SNAPSHOT", "0.2.0", more, there)).isEmpty();
        assertThat(changed("0.3.0", "0.2.0", there, more)).containsExactly("tables", "definitions");
    }

    @ParameterizedTest
    @CsvSource({
        "0.2.1, 0.2.0, true",
        "0.2.11-SNAPSHOT, 0.2.2, true",
        "0.2.0-SNAPSHOT, 0.2.0, false",
        "0.3.1, 0.2.0, false"
    })
    void a_patch_has_a_greater_last_number_alone(String version, String release, boolean patch) {
        assertThat(isPatch(version, release)).isEqualTo(patch);
    }

    @Test
    void this_build_has_a_version() throws IOException {
        assertThat(version()).matches(VERSION);
    }

    /**
     * What decides whether a build goes on from what another left.
     *
     * @param state the formats in which it keeps its state
     */
    private record Build(Map<String, String> migrations, int definitions, String state) {}

    /** What a build of this version has to keep of a release, and has not. A version that is no patch may add to it. */
    private static List<String> changed(String version, String release, Build here, Build there) {
        boolean isPatch = isPatch(version, release);
        boolean sameTables = isPatch
                ? here.migrations().equals(there.migrations())
                : here.migrations().entrySet().containsAll(there.migrations().entrySet());
        boolean sameDefinitions =
                isPatch ? here.definitions() == there.definitions() : here.definitions() >= there.definitions();
        List<String> changed = new ArrayList<>();
        if (!sameTables) {
            changed.add("tables");
        }
        if (!sameDefinitions) {
            changed.add("definitions");
        }
        if (isPatch && !here.state().equals(there.state())) {
            changed.add("state");
        }
        return changed;
    }

    private static boolean isPatch(String version, String release) {
        Matcher here = VERSION.matcher(version);
        Matcher there = VERSION.matcher(release);
        return here.matches()
                && there.matches()
                && here.group(1).equals(there.group(1))
                && Integer.parseInt(here.group(2)) > Integer.parseInt(there.group(2));
    }

    private static String version() throws IOException {
        Matcher found = OF_PROJECT.matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(found.find()).as("the project has a version").isTrue();
        return found.group(1);
    }

    /** Those that are applied once, by their names. */
    private static Map<String, String> migrations(Path from) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("V")) {
                    all.put(name, Files.readString(file));
                }
            }
        }
        return all;
    }

    /** The version of the definitions under which its newest publication is. */
    private static int definitions(Corpus left) throws IOException {
        byte[] table = Files.readAllBytes(left.backup().resolve("tables/kpi_publication.copy.gz"));
        try (GZIPInputStream rows = new GZIPInputStream(new ByteArrayInputStream(table))) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .mapToInt(row -> Integer.parseInt(row.split("\t", -1)[DEFINITIONS]))
                    .max()
                    .orElseThrow();
        }
    }
}
