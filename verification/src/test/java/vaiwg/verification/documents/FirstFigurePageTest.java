package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;

/** The way from the archive to the first figure in {@code docs/deploy.md}: its verbs, options, variables, and the lines that it makes. */
class FirstFigurePageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern COMMAND = Pattern.compile("/opt/vaiwg/vaiwg ([a-z]+)([^&#\n]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern VARIABLE = Pattern.compile("VAIWG_[A-Z_]+");
    /** What a source of other names says. */
    private static final Map<String, String> OF_EACH = Map.of(
            "$force", "\"west-midlands\"",
            ".number", "\"20WM/0001/26\"",
            ".updated", "\"2026-02-02T10:12:00+00:00\"");

    private static final Map<String, String> OF_A_CRIME = Map.of(
            ".recorded",
            "\"2026-02-02T10:12:00Z\"",
            ".class",
            "\"8Q\"",
            ".unit",
            "\"coventry\"",
            "[if .abuse then \"DOMESTIC_ABUSE\" else empty end]",
            "[\"DOMESTIC_ABUSE\"]",
            ".sex",
            "\"female\"");

    private static final Map<String, String> OF_AN_OUTCOME =
            Map.of(".outcome", "\"16\"", ".finalised", "\"2026-02-02T10:00:00+00:00\"");

    private static String way;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        String page = Files.readString(DOCS.resolve("deploy.md"));
        String heading = "### From the archive to the first figure\n";
        way = page.substring(page.indexOf(heading), page.indexOf("\n## Upgrade"));
    }

    @Test
    void its_verbs_are_there_in_their_order_with_their_options_and_variables() throws IOException {
        List<String> verbs = new ArrayList<>();
        for (MatchResult command : found(COMMAND, way)) {
            verbs.add(command.group(1));
            Answer help = Answer.to(command.group(1), "--help");
            assertThat(help.exitCode()).as(command.group(1)).isZero();
            for (MatchResult option : found(OPTION, command.group(2))) {
                assertThat(help.output()).contains(option.group());
            }
        }
        assertThat(verbs).containsExactly("topics", "migrate", "validate", "profile", "load", "run", "report");
        String options = Files.readString(DOCS.resolve("options.md"));
        assertThat(found(VARIABLE, way))
                .hasSizeGreaterThan(4)
                .allSatisfy(variable -> assertThat(options).contains("`" + variable.group() + "`"));
    }

    @Test
    void the_lines_that_it_makes_of_a_crime_and_of_an_outcome_are_taken() throws IOException {
        requireTaken("}' ~/crimes.jsonl", OF_A_CRIME, "crime-recording.jsonl");
        requireTaken("}' ~/outcomes.jsonl", OF_AN_OUTCOME, "outcome.jsonl");
    }

    private void requireTaken(String end, Map<String, String> said, String name) throws IOException {
        String before = way.substring(0, way.indexOf(end) + 1);
        String line = before.substring(before.lastIndexOf("'{") + 1)
                .replaceAll("\\s+", " ")
                .replaceAll("(\\w+):", "\"$1\":");
        Map<String, String> all = new HashMap<>(OF_EACH);
        all.putAll(said);
        for (Map.Entry<String, String> field : all.entrySet()) {
            assertThat(line).contains(field.getKey());
            line = line.replace(field.getKey(), field.getValue());
        }
        Path file = Files.writeString(folder.resolve(name), line + "\n");
        Answer answer = Answer.to("validate", "--forces", "west-midlands", file.toString());
        assertThat(answer.exitCode()).as(answer.output() + answer.errors()).isZero();
        assertThat(answer.output()).doesNotContain("Strange");
        assertThat(way).contains(end + " > " + name + "\n");
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        try (Stream<MatchResult> results = pattern.matcher(text).results()) {
            return results.toList();
        }
    }
}
