package vaiwg.cli.feed.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import vaiwg.cli.feed.json.LineReader;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.EventStream;

/** A file of JSON lines, or standard input; {@code .gz} is unpacked. */
public final class InputFile {
    private static final String STANDARD_INPUT = "-";
    private static final String COMPRESSED = ".gz";
    private static final int BUFFER = 256 * 1024;
    /** A line of ours has about four hundred bytes, packed a tenth of it. */
    private static final long BYTES_A_LINE = 400;

    private static final long PACKED_BYTES_A_LINE = 40;

    private final String name;

    /** @param name a path, or {@code -} for standard input */
    public InputFile(String name) {
        this.name = name;
    }

    public String name() {
        return isStandardInput() ? "standard input" : name;
    }

    /** The stream whose slug begins the file's name: {@code outcome-2024.jsonl.gz} holds outcomes. */
    public Optional<EventStream> stream() {
        if (isStandardInput()) {
            return Optional.empty();
        }
        String fileName = Path.of(name).getFileName().toString();
        return Arrays.stream(EventStream.values())
                .filter(stream -> fileName.startsWith(stream.slug()))
                .findFirst();
    }

    /** About how many lines there are; for a progress bar. 0 where nobody can tell. */
    public long expectedLines() {
        try {
            return isStandardInput()
                    ? 0
                    : Files.size(Path.of(name)) / (name.endsWith(COMPRESSED) ? PACKED_BYTES_A_LINE : BYTES_A_LINE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    public void requireReadable() {
        if (isStandardInput()) {
            return;
        }
        Path path = Path.of(name);
        if (Files.notExists(path)) {
            throw failure(new NoSuchFileException(name));
        }
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw failure(new IOException(name));
        }
    }

    public LineReader open() {
        if (isStandardInput()) {
            return new LineReader(System.in);
        }
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(name)), BUFFER);
            return new LineReader(name.endsWith(COMPRESSED) ? new GZIPInputStream(in, BUFFER) : in);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The sentence for what went wrong on reading. */
    public CommandFailure failure(IOException e) {
        return CommandFailure.wrongUsage(
                e instanceof NoSuchFileException
                        ? name + " is not there: correct the path."
                        : name() + " cannot be read: check that it is a file of JSON lines, whole, and yours to read.");
    }

    private boolean isStandardInput() {
        return name.equals(STANDARD_INPUT);
    }
}
