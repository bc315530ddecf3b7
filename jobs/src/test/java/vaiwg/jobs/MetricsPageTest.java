package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} has each metric that the job's code names, and no other of ours. */
class MetricsPageTest {
    private static final Pattern IN_CODE = Pattern.compile("\"(vaiwg_[a-z_]+)\"");
    /** The first column of its tables; Flink puts the scope before the names of its reporter. */
    private static final Pattern ON_PAGE =
            Pattern.compile("^\\| `(?:flink_[a-z_]*?)?(vaiwg_[a-z_]+)`", Pattern.MULTILINE);

    @Test
    void the_page_has_the_metrics_that_the_code_has() throws IOException {
        assertThat(found(ON_PAGE, Files.readString(Path.of("..", "docs", "metrics.md"))))
                .isEqualTo(inCode());
    }

    private static Set<String> inCode() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                names.addAll(found(IN_CODE, Files.readString(file)));
            }
        }
        return names;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
