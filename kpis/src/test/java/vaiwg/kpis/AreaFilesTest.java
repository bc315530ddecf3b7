package vaiwg.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A measure is one expression in its area's file: catalogue calls, and no code beside them. */
class AreaFilesTest {
    private static final Path AREAS = Path.of("src/main/java/vaiwg/kpis/catalogue/areas");
    private static final Pattern TEXT_AND_COMMENTS =
            Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile("\\b(if|for|while|switch|stream|Stream|new|try|throw)\\b|\\?|&&|\\|\\|");
    private static final Pattern MEASURE = Pattern.compile("static final Measure (\\w+) =.*?;\n", Pattern.DOTALL);
    private static final int MOST_LINES = 25;

    static List<Path> areas() throws IOException {
        try (Stream<Path> files = Files.list(AREAS)) {
            return files.filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void an_areas_file_holds_catalogue_calls_only(Path area) throws IOException {
        String calls = TEXT_AND_COMMENTS.matcher(Files.readString(area)).replaceAll("\"\"");
        assertThat(CODE.matcher(calls).results().map(hit -> hit.group())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void a_measure_takes_at_most_twenty_five_lines(Path area) throws IOException {
        Matcher measures = MEASURE.matcher(Files.readString(area));
        List<String> found = new ArrayList<>();
        while (measures.find()) {
            found.add(measures.group(1));
            assertThat(measures.group().lines().count()).as(measures.group(1)).isLessThanOrEqualTo(MOST_LINES);
        }
        assertThat(found).isNotEmpty();
    }
}
