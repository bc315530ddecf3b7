package vaiwg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vaiwg.bench.page.PerformancePage;

class PageTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void the_page_says_what_was_measured_last() throws IOException {
        Map<String, String> files = PerformancePage.files(Path.of("results"));
        assertThat(files).hasSize(3);
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(Files.readString(DOCS.resolve(file.getKey())))
                    .as("write it again with: bench/run page")
                    .isEqualTo(file.getValue());
        }
    }
}
