package vaiwg.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No build is made whose schemas are not kept for the readers to come, or that cannot read what earlier builds wrote; {@code
 * -Dvaiwg.golden.write=true} keeps the next version of a schema, or the newest with other words.
 */
class ReleasedSchemasTest {
    private static final Path NEWEST = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("src/main/resources/released");

    static List<String> names() {
        return ReleasedSchemas.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_schema_is_released_and_compatible_with_every_released_version(String name) throws IOException {
        Path file = NEWEST.resolve(name + ".avsc");
        Schema newest = new Schema.Parser().parse(Files.readString(file));
        List<Schema> released = released(name);
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            if (released.isEmpty() || !ReleaseRules.isSameButForDocs(newest, released.get(released.size() - 1))) {
                released.add(newest);
            }
            Path folder = Files.createDirectories(RELEASED.resolve(name));
            Files.copy(file, folder.resolve(released.size() + ".avsc"), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(ReleaseRules.findings(name, newest, released)).isEmpty();
        assertThat(RELEASED.resolve(name).resolve(released.size() + ".avsc"))
                .as("the words too: the dictionary says those of the newest released version")
                .hasSameTextualContentAs(file);
    }

    /** None of a schema that is new. */
    private static List<Schema> released(String name) {
        return Files.exists(RELEASED.resolve(name)) ? new ArrayList<>(ReleasedSchemas.of(name)) : new ArrayList<>();
    }

    /** A gap would hide all versions after it. */
    @ParameterizedTest
    @MethodSource("names")
    void released_versions_are_numbered_from_one_without_a_gap(String name) throws IOException {
        int versions = ReleasedSchemas.of(name).size();
        assertThat(versions).isPositive();
        assertThat(namesIn(RELEASED.resolve(name)))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, versions)
                        .mapToObj(version -> version + ".avsc")
                        .toList());
    }

    @Test
    void nothing_else_is_kept_as_a_schema() throws IOException {
        assertThat(namesIn(RELEASED)).containsExactlyInAnyOrderElementsOf(names());
        assertThat(namesIn(NEWEST))
                .containsExactlyInAnyOrderElementsOf(
                        names().stream().map(name -> name + ".avsc").toList());
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
