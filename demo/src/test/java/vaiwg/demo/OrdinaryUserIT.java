package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.embedded.EmbeddedDatabase;

/** PostgreSQL refuses to run as root and is started otherwise there; builds often run as root, people do not. */
@Timeout(600)
class OrdinaryUserIT {
    private static final String USER = "nobody";

    @TempDir
    Path folder;

    @Test
    void the_demo_needs_no_rights() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "skipped: only root can become another user; the other tests have just run without rights");
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        run("chown", USER, home.toString());

        List<String> command = new ArrayList<>(
                List.of("setpriv", "--reuid=" + USER, "--regid=nogroup", "--clear-groups", "env", "HOME=" + home));
        command.addAll(DemoProcess.command(readableClassPath()));
        // Root's are closed to others.
        command.removeIf(argument -> argument.contains(EmbeddedDatabase.SHARED_BINARIES));
        command.addAll(List.of(
                "demo",
                "--once",
                "--scenario",
                "paper-counts",
                "--data",
                home.resolve("data").toString()));
        try (DemoProcess demo = DemoProcess.start(command, folder)) {
            int exit = demo.awaitEnd();
            Path log = home.resolve("data/postgres/postgres.log");
            assertThat(exit)
                    .as(demo.output() + demo.errors() + (Files.exists(log) ? Files.readString(log) : ""))
                    .isZero();
            assertThat(demo.output()).contains("217 of 2,015   10.8 per 100");
            assertThat(Files.getOwner(home.resolve("data/postgres/data")).getName())
                    .isEqualTo(USER);
        }
    }

    /** Root's own repository of jars is closed to others. */
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("class-path"));
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.isEmpty()) {
                // That would be this module's folder, into which tests beside this one write.
                continue;
            }
            Path copy = copies.resolve(Integer.toString(entries.size()));
            copy(Path.of(entry), copy);
            entries.add(copy.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            Files.copy(from, to);
            return;
        }
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
