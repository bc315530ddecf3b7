package vaiwg.verification.endtoend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The wall clock of one process, by Debian's package {@code faketime}: it goes as fast as this one's, and can be set while the process runs.
 * What measures how long something takes, and the times of files, are as the machine has them, as where a machine's clock is set.
 */
final class SetProcessClock {
    /** Of what {@link vaiwg.demo.DemoProcess#command} makes: after env and its option. */
    private static final int BEFORE_JAVA = 2;

    private final Path file;
    private Duration ahead;

    /**
     * @param folder for the file that says how far the clock is from this one's
     * @param now what the clock shows now
     */
    SetProcessClock(Path folder, Instant now) throws IOException {
        this.file = folder.resolve("clock");
        // Rounded up: it never shows less.
        this.ahead = Duration.ofSeconds(Duration.between(Instant.now(), now).toSeconds() + 1);
        write();
    }

    /** The command, for a process that has this clock. */
    List<String> of(List<String> command) throws IOException {
        List<String> with = new ArrayList<>(command);
        with.addAll(
                BEFORE_JAVA,
                List.of(
                        "LD_PRELOAD=" + library(),
                        "FAKETIME_TIMESTAMP_FILE=" + file,
                        "FAKETIME_NO_CACHE=1",
                        "FAKETIME_DONT_FAKE_MONOTONIC=1",
                        // Else what waits for a while comes back at once, and all threads of the process run without
                        // rest.
                        "FAKETIME_FORCE_MONOTONIC_FIX=0",
                        "NO_FAKE_STAT=1"));
        return with;
    }

    /** Sets it forwards, or back where that is negative; from now on the process sees no other. */
    void setBy(Duration step) throws IOException {
        ahead = ahead.plus(step);
        write();
    }

    /** What it shows. */
    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** At once as a whole: it is read whenever the process asks for the time. */
    private void write() throws IOException {
        Path next = file.resolveSibling("clock.next");
        Files.writeString(next, (ahead.isNegative() ? "" : "+") + ahead.toSeconds());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** For processes of several threads. */
    private static Path library() throws IOException {
        try (DirectoryStream<Path> systems = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
            for (Path system : systems) {
                Path library = system.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return library;
                }
            }
        }
        throw new AssertionError("install faketime: apt-get install faketime");
    }
}
