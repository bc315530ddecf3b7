package vaiwg.board.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file that the site keeps, read again as soon as it holds something else: who is taken out of it is out at once. A file that became
 * unreadable stands for nobody, and not for those of before.
 */
public final class SiteFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(SiteFile.class);

    private final Path file;
    private final String what;
    private final Reader<T> reader;
    private byte[] bytes;
    private T value;
    private IllegalArgumentException problem;

    /** What makes something of a file's lines. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws IllegalArgumentException in one sentence that says what to do */
        T read(Path file, List<String> lines);
    }

    private SiteFile(Path file, String what, Reader<T> reader) {
        this.file = file;
        this.what = what;
        this.reader = reader;
    }

    /**
     * Reads a file.
     *
     * @param what its lines are about, such as users
     * @throws IllegalArgumentException in one sentence that says what to do, where it cannot be used
     */
    public static <T> SiteFile<T> read(Path file, String what, Reader<T> reader) {
        SiteFile<T> read = new SiteFile<>(file, what, reader);
        read.get();
        return read;
    }

    /**
     * What the file says now; the same object as long as it says the same.
     *
     * @throws IllegalArgumentException in one sentence, where it cannot be used any more
     */
    public synchronized T get() {
        byte[] now = bytes();
        if (!Arrays.equals(now, bytes)) {
            take(now);
        }
        if (problem != null) {
            throw problem;
        }
        return value;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of " + what + " " + file + " cannot be read: name another, or let this user read it.", e);
        }
    }

    private void take(byte[] now) {
        boolean isFirst = bytes == null;
        bytes = now;
        value = null;
        problem = null;
        try {
            value = reader.read(
                    file, new String(now, StandardCharsets.UTF_8).lines().toList());
            if (!isFirst) {
                LOG.info("The file of {} has changed and was read again.", what);
            }
        } catch (IllegalArgumentException e) {
            problem = e;
            if (!isFirst) {
                LOG.error(
                        "The file of {} has changed and cannot be used, so nobody is let in by it: {}",
                        what,
                        e.getMessage());
            }
        }
    }
}
