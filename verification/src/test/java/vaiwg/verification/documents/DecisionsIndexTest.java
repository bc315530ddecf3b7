package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of decisions has the title of each page; {@code -Dvaiwg.golden.write=true} writes it. */
class DecisionsIndexTest {
    private static final Path FOLDER = Path.of("../docs/decisions");
    private static final Path INDEX = FOLDER.resolve("README.md");
    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (.+)|# (.+)");

    @Test
    void the_index_has_the_title_of_each_decision() throws IOException {
        StringBuilder index = new StringBuilder("""
                # Decisions

                What differs from what one would expect, with the reason, newest first. A decision that a later one replaces says so, or is gone; numbers
                are not used twice.

                | | decision |
                |--:|---|
                """);
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> newestFirst = files.filter(file -> !file.equals(INDEX))
                    .sorted((one, other) -> other.compareTo(one))
                    .toList();
            for (Path file : newestFirst) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                assertThat(name.matches())
                        .as("%s is named 0000-a-noun-phrase.md", file)
                        .isTrue();
                index.append("| %d | [%s](%s) |%n"
                        .formatted(Integer.parseInt(name.group(1)), title(file, name.group(1)), file.getFileName()));
            }
        }
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(INDEX, index);
        }
        assertThat(Files.readString(INDEX))
                .as("write it with -Dvaiwg.golden.write=true")
                .isEqualTo(index.toString());
    }

    /** The first heading without its number, which, where there is one, is the file's. */
    private static String title(Path file, String number) throws IOException {
        Matcher title = TITLE.matcher(Files.readAllLines(file).get(0));
        assertThat(title.matches()).as("%s begins with its title", file).isTrue();
        if (title.group(1) == null) {
            return title.group(3);
        }
        assertThat(Integer.parseInt(title.group(1))).as("%s", file).isEqualTo(Integer.parseInt(number));
        return title.group(2);
    }
}
