package vaiwg.cli.feed.pseudonym;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.terminal.CommandFailure;

/**
 * Which pseudonyms of earlier keys name the same one as those of the newest: a line for each identifier, a column for each version. It holds
 * no identifier, and joins what a new key was to keep apart; so it is for its owner alone.
 */
public final class MappingFile implements AutoCloseable {
    private static final int HEXADECIMAL = 16;

    private final PseudonymKeys keys;
    private final Path path;
    private final BufferedWriter out;
    /** Sixteen digits of each are enough to know it again. */
    private final Set<Long> written = new HashSet<>();

    public MappingFile(Path path, PseudonymKeys keys) {
        this.keys = keys;
        this.path = path;
        try {
            out = new BufferedWriter(new OutputStreamWriter(PrivateFiles.create(path), StandardCharsets.UTF_8));
            out.write(keys.versions().stream().map(version -> "k" + version).collect(Collectors.joining(",")) + "\n");
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The mapping " + path + " is there already, or cannot be made: name another file.", e);
        }
    }

    /** Writes the line of an identifier, once. */
    public void add(String kind, String identifier) {
        String newest = keys.newest(kind, identifier);
        int digits = newest.indexOf('-') + 1;
        if (!written.add(Long.parseUnsignedLong(newest.substring(digits, digits + HEXADECIMAL), HEXADECIMAL))) {
            return;
        }
        try {
            out.write(String.join(",", keys.all(kind, identifier)) + "\n");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private UncheckedIOException failure(IOException e) {
        return new UncheckedIOException(path + " cannot be written: check its folder and the room on the disk.", e);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
