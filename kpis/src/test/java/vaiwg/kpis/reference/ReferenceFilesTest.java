package vaiwg.kpis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.cases.PackedCode;

/** A map decides what a figure counts: each says which version it is, of which day, and where it comes from. */
class ReferenceFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/reference");
    private static final Path SITE = Path.of("../sites/west-midlands");

    /** All but the list of checksums, which a test writes of what the build says. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER);
                Stream<Path> ofSite = Files.list(SITE)) {
            return Stream.concat(files, ofSite)
                    .filter(file -> !file.endsWith("definitions-versions.csv"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_tells_its_version_its_day_and_its_source(Path file) throws IOException {
        List<String> comments = Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("#"))
                .toList();
        String head = String.join(" ", comments);
        if (head.contains("Made by: studies/run ")) {
            assertThat(head).as("made by a command, which its seed dates").containsPattern("seed \\d{8}");
            return;
        }
        assertThat(comments.get(0)).matches("# Version \\d+, \\d{1,2} [A-Z][a-z]+ \\d{4}\\.");
        assertThat(head).containsPattern("Sources?:");
    }

    @Test
    void a_cell_in_quotes_may_hold_commas_and_quotes() {
        assertThat(ReferenceFile.of("some.csv", "a,b\n\"one, \"\"two\"\"\",three\n")
                        .rows())
                .containsExactly(Map.of("a", "one, \"two\"", "b", "three"));
    }

    /** Outcome 21 is reviewable where a force says so, and stays what else it is. */
    @Test
    void a_row_of_a_forces_outcomes_takes_the_place_of_the_shipped_one() {
        String row = "type,groups\n21,to_be_told reviewable\n";
        CodeMaps ofForce = CodeMaps.of(Sites.shipped().with("west-midlands", SiteFile.OUTCOMES, row));
        long ended = PackedCode.pack("21");
        assertThat(CodeMaps.shipped().isOutcomeIn(ended, OutcomeGroup.REVIEWABLE))
                .isFalse();
        assertThat(ofForce.isOutcomeIn(ended, OutcomeGroup.REVIEWABLE)).isTrue();
        assertThat(ofForce.isOutcomeIn(ended, OutcomeGroup.TO_BE_TOLD)).isTrue();
        assertThat(ofForce.isOutcomeIn(PackedCode.pack("15"), OutcomeGroup.REVIEWABLE))
                .isTrue();
    }

    /** A force puts a class into a theme and takes another out; the others stay where they are, and so does the shipped definition. */
    @Test
    void a_row_of_a_forces_offences_puts_a_class_into_a_theme_or_out_of_it() {
        String rows = "class,theme,kind\n8U,stalking_harassment,\n8R,,\n";
        CodeMaps ofForce = CodeMaps.of(Sites.shipped().with("west-midlands", SiteFile.OFFENCE_THEMES, rows));
        long control = PackedCode.pack("8U");
        long communications = PackedCode.pack("8R");
        assertThat(CodeMaps.shipped().themeOf(control)).isNull();
        assertThat(CodeMaps.shipped().themeOf(communications))
                .isEqualTo(new OffenceTheme(Theme.STALKING_HARASSMENT, Theme.HARASSMENT));
        assertThat(ofForce.themeOf(control)).isEqualTo(new OffenceTheme(Theme.STALKING_HARASSMENT, null));
        assertThat(ofForce.themeOf(communications)).isNull();
        assertThat(ofForce.themeOf(PackedCode.pack("19C"))).isEqualTo(new OffenceTheme(Theme.RAPE, null));
        assertThat(ofForce.text())
                .as("another map is another definition")
                .isNotEqualTo(CodeMaps.shipped().text());
    }

    /** No shipped class is of what the decision on scope leaves to the domestic abuse flag or to the force. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "3B", "8N", "8S", "8U", "24", "36", "86", "106"})
    void what_is_not_in_scope_is_in_no_theme(String code) {
        assertThat(CodeMaps.shipped().themeOf(PackedCode.pack(code))).isNull();
    }
}
