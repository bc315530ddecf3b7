package vaiwg.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReliabilityPageTest {
    private static final Path PROMISES = Path.of("src/test/resources/reliability");
    private static final String REPORT = """
            <testsuite name="x">
              <testcase name="holds" classname="a.b.FirstTest"/>
              <testcase name="holds_for(int)[1]" classname="a.b.FirstTest"/>
              <testcase name="holds_for(int)[2]" classname="a.b.FirstTest"><failure message="no"/></testcase>
            </testsuite>
            """;
    private static final String REPORT_OF_SERVERS = """
            <testsuite name="y">
              <testcase name="holds" classname="a.b.SecondIT"/>
            </testsuite>
            """;

    @TempDir
    private Path project;

    @Test
    void executions_are_counted_and_a_failed_or_missing_test_is_named() throws IOException {
        Path reports = Files.createDirectories(project.resolve("module/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.b.xml"), REPORT);
        Path ofServers = Files.createDirectories(project.resolve("module/target/failsafe-reports"));
        Files.writeString(ofServers.resolve("TEST-a.c.xml"), REPORT_OF_SERVERS);
        List<String> broken = new ArrayList<>();

        String page = ReliabilityPage.page(
                List.of(
                        new Promise("2", "It holds.", "A fault.", List.of("FirstTest#holds", "SecondIT"), "It failed."),
                        new Promise("3", "It holds for all.", "A number.", List.of("FirstTest#holds_for"), "Seen."),
                        new Promise("4", "Nobody looks.", "Anything.", List.of("ThirdTest"), "Missing.")),
                TestResults.read(project),
                broken);

        assertThat(page)
                .contains("| 2 | It holds. | A fault. | `FirstTest#holds`, `SecondIT` | 2 | passed | It failed. |\n")
                .contains(
                        "| 3 | It holds for all. | A number. | `FirstTest#holds_for` | 2 | **1 of 2 failed** | Seen. |\n")
                .contains("| 4 | Nobody looks. | Anything. | `ThirdTest` | 0 | **not run** | Missing. |\n");
        assertThat(broken).containsExactly("FirstTest#holds_for (3) did not pass.", "ThirdTest (4) did not run.");
    }

    @Test
    void tests_that_were_left_out_are_counted_by_their_reason() throws IOException {
        Path reports = Files.createDirectories(project.resolve("module/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.b.xml"), """
                <testsuite name="x">
                  <testcase name="one" classname="a.b.FirstTest"><skipped message="no archive"/></testcase>
                  <testcase name="other" classname="a.b.FirstTest"><skipped message="no archive"/></testcase>
                  <testcase name="third" classname="a.b.FirstTest"/>
                </testsuite>
                """);
        assertThat(TestResults.read(project).skipped()).containsExactly(Map.entry("no archive", 2));
    }

    @Test
    void a_line_without_all_its_columns_is_rejected() throws IOException {
        Files.writeString(
                project.resolve("a.tsv"), "number\tpromise\twhat could break it\ttests\ton 0d9fe4d\n2\tIt holds.\n");
        assertThatThrownBy(() -> Promise.readAll(project))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "a line has number, promise, what could break it, tests and what 0d9fe4d did: 2 | It holds.");
    }

    /** Found before the whole run is over: a test that was renamed or removed. */
    @Test
    void every_promise_names_tests_that_there_are() throws IOException {
        List<Promise> promises = Promise.readAll(PROMISES);
        assertThat(promises).isNotEmpty();
        for (Promise promise : promises) {
            for (String test : promise.tests()) {
                String[] parts = test.split("#", 2);
                assertThat(sourcesOf(parts[0]))
                        .as(promise.number() + " names " + test)
                        .hasSize(1)
                        .allSatisfy(text -> assertThat(text)
                                .as(promise.number() + " names " + test)
                                .contains(parts.length == 1 ? "class " + parts[0] : " " + parts[1] + "("));
            }
        }
    }

    private static List<String> sourcesOf(String type) throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<String> found = new ArrayList<>();
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .collect(Collectors.toList())) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file :
                            files.filter(one -> one.endsWith(type + ".java")).toList()) {
                        found.add(Files.readString(file));
                    }
                }
            }
            return found;
        }
    }
}
