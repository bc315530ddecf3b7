package vaiwg.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import vaiwg.cli.terminal.CommandFailure;

/** The project's configuration of Prometheus, where it is kept beside the command. */
final class PrometheusFiles {
    /** Set by the launcher: the folder of the checkout. */
    private static final String HOME = "vaiwg.home";

    private PrometheusFiles() {}

    static Path configuration() {
        Path file = Path.of(System.getProperty(HOME, "."), "prometheus", "embedded.yml");
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.wrongUsage(
                    "The configuration " + file + " is missing: start the command from its checkout with ./vaiwg.");
        }
        return file;
    }
}
