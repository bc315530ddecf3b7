package vaiwg.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScalePageTest {
    private static final Path HOME = Path.of("..");

    @Test
    void the_page_and_its_plots_are_those_of_the_results() throws Exception {
        assertThat(ScalePage.files(HOME.resolve("bench/results")))
                .isNotEmpty()
                .allSatisfy((place, content) -> assertThat(HOME.resolve("docs").resolve(place))
                        .as("bench/run scale page writes it")
                        .hasContent(content));
    }
}
