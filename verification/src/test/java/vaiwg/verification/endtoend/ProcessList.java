package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.demo.DemoProcess;

/** The command lines of all processes, as every user of the machine reads them. */
final class ProcessList {
    private static final Path ALL = Path.of("/proc");
    /** A shorter one could be in a command line by chance. */
    private static final int SHORTEST_SECRET = 8;

    private ProcessList() {}

    /**
     * Requires that no process of this machine has one of these words in its command line.
     *
     * @param running verbs that were given the secrets; the list must hold them
     */
    static void requireWithout(List<String> secrets, DemoProcess... running) throws IOException {
        Map<Long, String> lines = now();
        for (DemoProcess verb : running) {
            assertThat(lines.get(verb.pid())).as("the verb is in the list").contains("vaiwg.cli.Vaiwg");
        }
        assertThat(secrets).isNotEmpty();
        for (String secret : secrets) {
            assertThat(secret).hasSizeGreaterThanOrEqualTo(SHORTEST_SECRET);
            assertThat(lines.values()).noneMatch(line -> line.contains(secret));
        }
    }

    private static Map<Long, String> now() throws IOException {
        Map<Long, String> lines = new TreeMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(ALL, "[0-9]*")) {
            for (Path process : processes) {
                lines.put(Long.valueOf(process.getFileName().toString()), commandLine(process));
            }
        }
        return lines;
    }

    /** Nothing of a process that has ended since. */
    private static String commandLine(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
