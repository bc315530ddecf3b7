package vaiwg.bench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that a program writes: what stands between two comments that name it. */
public record PagePart(Path page, String name) {
    /**
     * Puts some text in its place.
     *
     * @throws IOException in one sentence, where the page has no such part
     */
    public void write(String text) throws IOException {
        String begin = "<!-- " + name + ", written by bench/run -->\n";
        String end = "<!-- end of " + name + " -->\n";
        String before = Files.readString(page);
        int from = before.indexOf(begin);
        int to = before.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no part to write: put " + begin.strip() + " and " + end.strip()
                    + " into it, on lines of their own.");
        }
        Files.writeString(page, before.substring(0, from + begin.length()) + text + before.substring(to));
    }
}
