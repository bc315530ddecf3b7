package vaiwg.board.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.files.PrivateFiles;
import vaiwg.kpis.digest.Hmac;

/**
 * The keys with which log-ins are signed: the newest signs, those before it are believed. In a file, so that a log-in goes on over a restart;
 * 30 days after it was written a further key is put before them.
 */
public final class LogInKeys {
    static final Duration RENEWED_AFTER = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(LogInKeys.class);
    /** Whatever the one before the newest signed has ended long before the next comes. */
    private static final int KEPT = 2;

    private final Optional<Path> file;
    private final Clock clock;
    private List<byte[]> keys;
    private long renewedAt;

    private LogInKeys(Optional<Path> file, Clock clock, List<byte[]> keys, long renewedAt) {
        this.file = file;
        this.clock = clock;
        this.keys = keys;
        this.renewedAt = renewedAt;
    }

    /** One of this process: log-ins begin anew when it is started again. */
    public static LogInKeys ofProcess() {
        return new LogInKeys(Optional.empty(), Clock.systemUTC(), List.of(Hmac.newKey()), Long.MAX_VALUE);
    }

    /**
     * Those in a file, a line of 64 hexadecimal digits each, which is made where there is none.
     *
     * @throws IllegalArgumentException in one sentence, where the file cannot be used
     */
    public static LogInKeys in(Path file, Clock clock) {
        try {
            if (!Files.exists(file)) {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    PrivateFiles.newFolder(folder);
                }
                write(file, List.of(Hmac.newKey()));
            }
            return new LogInKeys(Optional.of(file), clock, read(file), renewal(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of the keys of log-ins " + file
                            + " cannot be read or made: name one that this user can write with --log-in-key.",
                    e);
        }
    }

    /** Those in a file, or, where it cannot be made, as below a root that is only read, one of this process, which the log says. */
    public static LogInKeys whereItCanBe(Path file, Clock clock) {
        try {
            return in(file, clock);
        } catch (IllegalArgumentException e) {
            LOG.warn("Log-ins begin anew when this server is started again. {}", e.getMessage());
            return ofProcess();
        }
    }

    /** The newest first. */
    synchronized List<byte[]> all() {
        if (clock.millis() >= renewedAt) {
            renew();
        }
        return keys;
    }

    private void renew() {
        Path where = file.orElseThrow();
        try {
            keys = read(where);
            if (clock.millis() >= renewal(where)) {
                List<byte[]> next = new ArrayList<>(List.of(Hmac.newKey()));
                keys.stream().limit(KEPT - 1).forEach(next::add);
                write(where, next);
                keys = List.copyOf(next);
            }
            renewedAt = clock.millis() + RENEWED_AFTER.toMillis();
        } catch (IOException | IllegalArgumentException e) {
            // Whoever keeps the file renews it, as of a secret of a cluster.
            LOG.warn("The keys of log-ins in {} stay as they are: the file cannot be written.", where);
            renewedAt = Long.MAX_VALUE;
        }
    }

    private static long renewal(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis() + RENEWED_AFTER.toMillis();
    }

    private static List<byte[]> read(Path file) throws IOException {
        List<byte[]> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            if (!line.isBlank()) {
                keys.add(key(file, line.strip()));
            }
        }
        if (keys.isEmpty()) {
            throw wrong(file);
        }
        return List.copyOf(keys);
    }

    private static byte[] key(Path file, String line) {
        if (!line.matches("[0-9a-fA-F]{" + 2 * Hmac.KEY_BYTES + "}")) {
            throw wrong(file);
        }
        return HexFormat.of().parseHex(line);
    }

    private static IllegalArgumentException wrong(Path file) {
        return new IllegalArgumentException("The file of the keys of log-ins " + file + " does not hold lines of "
                + 2 * Hmac.KEY_BYTES
                + " hexadecimal digits: delete it, or write what openssl rand -hex 32 prints into it.");
    }

    /** Nobody reads a half of it. */
    private static void write(Path file, List<byte[]> keys) throws IOException {
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(HexFormat.of().formatHex(key)).append('\n'));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        PrivateFiles.replace(next, lines.toString().getBytes(StandardCharsets.US_ASCII));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
