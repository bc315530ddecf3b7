package vaiwg.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a page shows as printed: between two comments; {@code -Dvaiwg.golden.write=true} writes it. */
public final class PageBlock {
    private PageBlock() {}

    /** Fails where a page of {@code docs} shows something else in a block than was printed. */
    public static void compare(String page, String block, String printed) throws IOException {
        Path file = Path.of("..", "docs", page);
        String begin = "<!-- " + block + ": written by a test -->\n";
        String all = Files.readString(file);
        int from = all.indexOf(begin) + begin.length();
        int to = all.indexOf("<!-- end of " + block + " -->");
        assertThat(to).as("the page has the place of " + block).isGreaterThanOrEqualTo(from);
        String text = "```\n" + printed + "```\n";
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(file, all.substring(0, from) + text + all.substring(to));
            return;
        }
        assertThat(all.substring(from, to)).isEqualTo(text);
    }
}
