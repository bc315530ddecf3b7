package vaiwg.cli.feed.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.feed.json.LineReader;
import vaiwg.cli.terminal.CommandFailure;

/** Where rejected lines go as they are, to be repaired and loaded again. The file is made with the first of them, for its owner alone. */
final class RejectsFile implements AutoCloseable {
    private final Path path;
    private OutputStream out;

    RejectsFile(Path path) {
        if (Files.exists(path)) {
            throw CommandFailure.wrongUsage(
                    path + " is there already: name another file for rejected lines, or move it away.");
        }
        this.path = path;
    }

    /** Keeps a line; of one that is too long to be read only its beginning is known. */
    void take(LineReader line) {
        try {
            if (out == null) {
                out = new BufferedOutputStream(PrivateFiles.create(path));
            }
            out.write(line.buffer(), line.from(), line.length());
            out.write('\n');
            // Whoever ends the command must find every line that was rejected.
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written: check its folder and the room on the disk.", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
