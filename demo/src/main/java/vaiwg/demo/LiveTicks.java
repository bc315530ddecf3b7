package vaiwg.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The instants at which a made-up force went on, a line each. What it made is a function of them, so a run that was killed can bring
 * the force to where it was and go on, with no case made twice. An instant is written before what it makes is sent.
 */
final class LiveTicks implements AutoCloseable {
    private final List<Instant> earlier;
    private final Writer writer;

    private LiveTicks(List<Instant> earlier, Writer writer) {
        this.earlier = earlier;
        this.writer = writer;
    }

    static LiveTicks open(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
        // A line that a kill cut short was not followed by anything sent.
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole, StandardCharsets.US_ASCII);
        }
        List<Instant> earlier = new ArrayList<>();
        whole.lines().forEach(line -> earlier.add(Instant.ofEpochMilli(Long.parseLong(line))));
        return new LiveTicks(
                earlier,
                Files.newBufferedWriter(
                        file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Those of earlier runs, in order; of the last one it is not known whether all that it made was sent. */
    List<Instant> earlier() {
        return earlier;
    }

    void add(Instant tick) throws IOException {
        writer.write(tick.toEpochMilli() + "\n");
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
