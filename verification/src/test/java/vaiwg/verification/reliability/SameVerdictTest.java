package vaiwg.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Red means a defect: no test draws its own seed or day. {@code Seed} and {@code Today} are the places that may be asked. */
class SameVerdictTest {
    private static final Pattern BY_CHANCE =
            Pattern.compile("new (Splittable)?Random\\(\\)|Math\\.random\\(|ThreadLocalRandom|LocalDate\\.now\\(");
    private static final List<String> ALLOWED = List.of("Today.java", "SameVerdictTest.java");

    @Test
    void no_test_draws_a_seed_or_a_day_by_chance() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(one -> one.toString().contains("src/test/java"))
                    .filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> !ALLOWED.contains(one.getFileName().toString()))
                    .toList()) {
                if (BY_CHANCE.matcher(Files.readString(file)).find()) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
